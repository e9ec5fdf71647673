"""The picture of the network: where things stand, which edges are drawn, what moves, and how it is painted."""
