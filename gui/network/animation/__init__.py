"""What moves when, and its captions."""
