"""Every number of one neuron or connection."""
