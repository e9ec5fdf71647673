"""Numbers over a run's updates beside the plot of L: those of each layer, and what is trained with its penalties."""
