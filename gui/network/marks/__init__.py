"""From numbers to marks: what is painted, as arrays."""
