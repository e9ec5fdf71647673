"""The window's end of the engine: its process, and the client that sends it commands and passes on what it answers."""
