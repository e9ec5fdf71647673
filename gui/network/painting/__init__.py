"""Marks onto the screen, and the pictures they are kept in."""
