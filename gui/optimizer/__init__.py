"""Step 3 of the lecture, picking the best function: its panel and the panel's parts."""
