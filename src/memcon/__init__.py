"""memcon: TEI-XML digital editions of diplomatic memoranda of conversation."""

__version__ = "0.1.0"
