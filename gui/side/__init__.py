"""Two networks side by side: their pictures, the difference of their weights, and what they differ in."""
