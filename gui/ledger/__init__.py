"""L as a sum of terms: every example of a set as a dot, their losses in order, and what the worst make of L."""
