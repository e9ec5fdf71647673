"""A user's own data, from files that nobody has checked: `core.data.importers.read` is the way in."""
