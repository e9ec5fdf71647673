"""What can be computed of a network that is trained: traces, losses, terms."""
