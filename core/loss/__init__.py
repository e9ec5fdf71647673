"""Losses, their gradients, and what is added to them."""
