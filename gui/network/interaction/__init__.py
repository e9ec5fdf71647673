"""Pointing, selecting and zooming, and their cards."""
