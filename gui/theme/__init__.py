"""The look: colours, type, the style sheet and icons."""
