"""TEI tree -> HTML, plain text: one file per format. Nothing here knows the converters' model."""
