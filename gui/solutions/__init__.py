"""Are two runs two solutions? What is measured between them, drawn and said."""
