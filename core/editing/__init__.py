"""Changes of the parameters that no optimizer makes."""
