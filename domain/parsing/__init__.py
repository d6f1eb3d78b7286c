"""The reader of free Chinese field reports, driven wholly by a form's data.

Stages, each a file that can be seen and tested alone; `reading` leads a message through them:

1  fold; notices (quotes, orders, talk), lines          one script and width; what is not the sender's own
2  numerals, nobody, numbers                            figures with their measures, or nobody's
3  names, words, marks                                  the form's words, and the grammar around them
4  cells, tables, flattened, freetext, rollcall, places,
   header, days, modes, headings, tokens, scopes        who speaks, for which day, and what holds where
5  plain, pairing                                       a plain message has one reading; else the cheapest way to give
                                                        each figure a name
6  said, verbs, nameless, joined, nothing, gather       what is said of each indicator
7  zero, judge                                          accepted or asked
8  units; tracing                                       whose it is; what was read where, and why
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
