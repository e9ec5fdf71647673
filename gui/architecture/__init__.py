"""Step 1 of the lecture, the function set: its panel and the panel's parts."""
