"""What stands above a talk: titles, fields, participants, the first lines of pages."""
