"""Every word a user reads."""

from texts import board, brief, cycle, reports, task_lists, tasks

__all__ = ["board", "brief", "cycle", "reports", "task_lists", "tasks"]
