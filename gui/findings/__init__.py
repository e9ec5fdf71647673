"""Findings beside the curves: what the numbers say in plain words, why, and one thing to try."""
