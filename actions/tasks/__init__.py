"""Tasks: written, decided on, sent out at their hour, answered, followed."""

from actions.tasks.answers import Answer, answer, explain, feedback
from actions.tasks.chasing import chase, row_buttons, rows_now
from actions.tasks.drafts import (
    cancel,
    choose_unit,
    confirm,
    draft,
    edit_draft,
    publish_at_once,
    shown,
    switch_verifying,
)
from actions.tasks.following import Matrix, followed, goals_of, matrix, open_for_unit
from actions.tasks.goals import goal_fields
from actions.tasks.numbers import take_number
from actions.tasks.pace import pace, pace_of_days
from actions.tasks.publishing import Published, preview, publish_due
from actions.tasks.rights import own_units, running, scope_of, undecided, watched
from actions.tasks.showing import (
    about_draft,
    clock,
    due_fields,
    fold_preview,
    numbered_button,
    publication_fields,
    task_fields,
)
from actions.tasks.urgent import follow_orders
from actions.tasks.verifying import Verdicts, let_pass, opened, send_back, waiting

__all__ = [
    "Answer",
    "Matrix",
    "Published",
    "Verdicts",
    "about_draft",
    "answer",
    "cancel",
    "chase",
    "choose_unit",
    "clock",
    "confirm",
    "draft",
    "due_fields",
    "edit_draft",
    "explain",
    "feedback",
    "fold_preview",
    "follow_orders",
    "followed",
    "goal_fields",
    "goals_of",
    "let_pass",
    "matrix",
    "numbered_button",
    "open_for_unit",
    "opened",
    "own_units",
    "pace",
    "pace_of_days",
    "preview",
    "publication_fields",
    "publish_at_once",
    "publish_due",
    "row_buttons",
    "rows_now",
    "running",
    "scope_of",
    "send_back",
    "shown",
    "switch_verifying",
    "take_number",
    "task_fields",
    "undecided",
    "waiting",
    "watched",
]
