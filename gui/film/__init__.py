"""The film of the training: played in the window, and saved as a file."""
