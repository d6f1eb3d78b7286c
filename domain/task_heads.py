"""With which words anything begins that is said of a task: most messages are none of that, and need no closer look."""

from domain.parsing.fold import fold
from domain.patterns import regex
from domain.task_words import DECISION_WORDS, SERIES_WORDS, STATE_WORDS, STOPS
from domain.verifying import VERIFYING_WORDS

_OTHERS = ("任务", "回报", "数字", "历史", "照片", "history", "photos")
_HEADS = {
    word.split()[0] for word in (*STATE_WORDS, *DECISION_WORDS, *SERIES_WORDS, *VERIFYING_WORDS, *_OTHERS) if word
}
_BEGINS = regex("|".join(sorted(_HEADS, key=len, reverse=True)))
# The signs that a word may open with which one of these begins: it, or what is passed over before it.
_OPENS = frozenset(head[0] for head in _HEADS) | frozenset(STOPS + "/")


def speaks_of_task(text: str) -> bool:
    """Whether the words may say something of a task by its number, or begin a new one: False where none of the readers
    (domain/task_words.py, domain/verifying.py) would take them."""
    word = next(iter(text.split(maxsplit=1)), "")
    first = fold(word[:1]).text.lower()
    if first and first[0] not in _OPENS:
        return False
    head = fold(word).text.lstrip(STOPS + "/").lower()
    return not head or _BEGINS.match(head) is not None
