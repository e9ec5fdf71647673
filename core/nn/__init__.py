"""Networks: layers, activations, initial weights, and the signal through them."""
