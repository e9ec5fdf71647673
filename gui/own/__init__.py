"""A test set of one's own: what was kept of drawings and images, and how the network does on it."""
