"""Where everything in the network's picture stands."""
