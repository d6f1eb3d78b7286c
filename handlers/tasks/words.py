"""What is said of tasks in plain words: 收到 12, 发布 12, 任务 …; everything else is not for us."""

from domain.roles import Verb
from domain.task_heads import speaks_of_task
from domain.task_words import (
    read_answer,
    read_decision,
    read_history,
    read_photos,
    read_series_decision,
    read_value_of,
    task_written,
)
from domain.verifying import read_judged
from handlers.context import Turn
from handlers.tasks import drafting, history, photos, repeating
from handlers.tasks.answering import answer_in_words, value_in_words
from handlers.tasks.rights import may, may_or_refuse
from handlers.tasks.verifying import judged_in_words


async def in_words(turn: Turn) -> bool:
    """Take a message that says something of a task by its number, or begins a new one by the word 任务."""
    if turn.query is not None or not turn.text:
        return False
    if turn.edited and await drafting.rewritten(turn):
        return True
    if not speaks_of_task(turn.text):
        return False
    said = read_answer(turn.text)
    if turn.edited:
        return said is not None and await answer_in_words(turn, said)
    told = read_history(turn.text)
    if told is not None and await history.history_in_words(turn, told):
        return True
    wanted = read_photos(turn.text)
    if wanted is not None and await photos.photos_in_words(turn, wanted):
        return True
    if said is not None and await answer_in_words(turn, said):
        return True
    value = read_value_of(turn.text)
    if value is not None and await value_in_words(turn, value):
        return True
    judged = read_judged(turn.text)
    if judged is not None and may_or_refuse(turn, Verb.VERIFY_TASK) and await judged_in_words(turn, judged):
        return True
    decision = read_decision(turn.text)
    if decision is not None and may_or_refuse(turn, Verb.PUBLISH_TASK):
        await drafting.decide(turn, *decision)
        return True
    series = read_series_decision(turn.text)
    if series is not None and may_or_refuse(turn, Verb.PUBLISH_TASK):
        await repeating.changed_in_words(turn, *series)
        return True
    written = task_written(turn.text)
    if written is not None and may(turn, Verb.WRITE_TASK):
        turn.args = written
        await drafting.task(turn)
        return True
    return False
