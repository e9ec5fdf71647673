"""A user's own data, from files that nobody has checked: `core.own_data.read` is the way in."""
