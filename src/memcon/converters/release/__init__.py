"""What is withheld, on what ground, and how a text is classified."""
