"""Tasks: written, decided on, sent out at their hour, answered, followed."""

from actions.tasks.following import Matrix, chase, followed, matrix, open_for_unit
from actions.tasks.publishing import Published, preview, publish_due

__all__ = ["Matrix", "Published", "chase", "followed", "matrix", "open_for_unit", "preview", "publish_due"]
