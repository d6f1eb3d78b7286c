"""The second door: time."""
