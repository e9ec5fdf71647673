"""The engine: the program that owns every training. It alone in core/ knows a clock, a thread or a stream."""
