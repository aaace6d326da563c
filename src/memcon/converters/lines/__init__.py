"""What paragraphs and lines hold: markings, calls of notes, source notes, page furniture."""
