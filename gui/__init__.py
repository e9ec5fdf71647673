"""What you see: passive widgets, one training worker, and the presenters that connect them."""
