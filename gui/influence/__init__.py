"""Who taught the network its answer: the training examples that pulled it, and trainings without them."""
