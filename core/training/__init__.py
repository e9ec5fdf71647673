"""The training: updates one after another, with the same bits every time."""
