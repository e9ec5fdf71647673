"""Pointing, selecting, enlarging, and what is told of it."""
