"""What a header says of a memorandum, and what is doubtful in it."""
