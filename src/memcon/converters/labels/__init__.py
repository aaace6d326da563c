"""What stands before a speech and says who speaks."""
