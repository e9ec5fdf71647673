"""Step 2 of the lecture, goodness of function: its panel, the plot, and their parts."""
