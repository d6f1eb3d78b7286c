"""Tasks, as people see them: written and decided on by leaders, answered by units, followed by both."""

from handlers.tasks.answering import pressed, replied
from handlers.tasks.drafting import decided, order, task
from handlers.tasks.listing import form_pressed, list_pressed, tasks
from handlers.tasks.repeating import pressed as series_pressed
from handlers.tasks.verifying import reason_replied, verify_pressed
from handlers.tasks.words import in_words
from handlers.tasks.writing import step_pressed

__all__ = [
    "decided",
    "form_pressed",
    "in_words",
    "list_pressed",
    "order",
    "pressed",
    "reason_replied",
    "replied",
    "series_pressed",
    "step_pressed",
    "task",
    "tasks",
    "verify_pressed",
]
