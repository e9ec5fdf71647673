"""Choosing the examples that are learned from."""
