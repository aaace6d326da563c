"""Memorandum -> TEI: the header, the body, the hardened parser and the one canonical serialiser."""
