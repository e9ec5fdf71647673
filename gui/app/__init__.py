"""The application: the window, its actions, settings, languages and errors."""
