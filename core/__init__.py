"""Backlight's mathematics: networks, losses, gradients, training. Numpy only; no Qt, thread, clock or print."""
