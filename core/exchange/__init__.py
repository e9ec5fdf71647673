"""A network for others and from others: its weights as files, and itself as code."""
