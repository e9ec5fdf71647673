"""The updates of a training at full speed, made in a process of their own: see `gui.apart.lent_training`."""
