"""The file of a session: every run with its journal, and what the window needs to look as it did."""
