"""Tasks: written, decided on, sent out at their hour, answered, followed."""

from actions.tasks.amending import Amended, amend, changed, parts_of
from actions.tasks.answers import Answer, answer, explain, feedback
from actions.tasks.charting import days_of_tasks, send_chart
from actions.tasks.chasing import chase, row_buttons, rows_now
from actions.tasks.drafts import (
    cancel,
    check_own,
    choose_unit,
    confirm,
    draft,
    edit_draft,
    publish_at_once,
    shown,
    switch_verifying,
)
from actions.tasks.following import Matrix, followed, goals_of, matrix, open_for_unit, unverified
from actions.tasks.goals import goal_fields
from actions.tasks.history import history
from actions.tasks.numbers import take_number
from actions.tasks.pace import pace, pace_fields, pace_of_days, pace_of_unit
from actions.tasks.photos import KIND as PHOTOS
from actions.tasks.photos import fresh_photos, send_photos, units_with_photos
from actions.tasks.publishing import Published, preview, publish_due
from actions.tasks.rights import covers, editable, own_units, running, scope_of, undecided, watched
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
from actions.tasks.verifying import Verdicts, let_pass, may_judge, opened, send_back, waiting

__all__ = [
    "PHOTOS",
    "Amended",
    "Answer",
    "Matrix",
    "Published",
    "Verdicts",
    "about_draft",
    "amend",
    "answer",
    "cancel",
    "changed",
    "chase",
    "check_own",
    "choose_unit",
    "clock",
    "confirm",
    "covers",
    "days_of_tasks",
    "draft",
    "due_fields",
    "edit_draft",
    "editable",
    "explain",
    "feedback",
    "fold_preview",
    "follow_orders",
    "followed",
    "fresh_photos",
    "goal_fields",
    "goals_of",
    "history",
    "let_pass",
    "matrix",
    "may_judge",
    "numbered_button",
    "open_for_unit",
    "opened",
    "own_units",
    "pace",
    "pace_fields",
    "pace_of_days",
    "pace_of_unit",
    "parts_of",
    "preview",
    "publication_fields",
    "publish_at_once",
    "publish_due",
    "row_buttons",
    "rows_now",
    "running",
    "scope_of",
    "send_back",
    "send_chart",
    "send_photos",
    "shown",
    "switch_verifying",
    "take_number",
    "task_fields",
    "undecided",
    "units_with_photos",
    "unverified",
    "waiting",
    "watched",
]
