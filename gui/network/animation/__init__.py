"""What moves when, and what is said of it."""
