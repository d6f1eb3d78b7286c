"""The reader of free Chinese field reports, driven wholly by a form's data.

Stages, each a file that can be seen and tested alone: fold -> notices -> tables, freetext, rollcall, header, days ->
numbers, names -> scopes -> pairing -> gather -> judge -> units; `reading` leads a message through them.
"""

from domain.parsing.answers import Answer, parse_answer
from domain.parsing.model import Parse, ParsedReport, Question, Trace, shown
from domain.parsing.numerals import parse_number
from domain.parsing.reading import parse
from domain.parsing.units import Match, UnitIndex

__all__ = [
    "Answer",
    "Match",
    "Parse",
    "ParsedReport",
    "Question",
    "Trace",
    "UnitIndex",
    "parse",
    "parse_answer",
    "parse_number",
    "shown",
]
