"""Every word a user reads."""

from texts import tasks

__all__ = ["tasks"]
