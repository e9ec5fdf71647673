"""The runs over their updates: what is kept of them, what was changed in them, and where one looks."""
