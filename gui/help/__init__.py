"""Help: what is seen, in plain words; what to try next; every command by name."""
