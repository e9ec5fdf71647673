"""Data sets: the digits, toy problems, and a user's own files."""
