"""Who is meant: participants, speakers, offices, initials."""
