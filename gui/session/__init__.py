"""What a saved session is to the window: what it wants back, its words, and where it asks."""
