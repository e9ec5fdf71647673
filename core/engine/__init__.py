"""The engine: the program that owns every training. Only this package in core/ uses a clock, a thread or a stream."""
