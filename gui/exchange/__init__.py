"""Weights and code for others and from others: what is asked and said about them."""
