"""Who says what: the body of a memorandum."""
