"""What one filter answers to: all patterns that it can be shown, or the windows that excite it most."""
