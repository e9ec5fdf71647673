"""From dense to convolutional, on a page of its own: one layer cut and tied, and the race of what comes of it."""
