"""Drawing a digit: the canvas, its pen, and what the network reads of it."""
