"""From the data of a form file to a Form, or to every mistake in it."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from domain.errors import Mistake
from domain.forms.model import Form, FreeText, Indicator, Kind, Measure, ProblemKind, Rule

FORM_KEYS = frozenset({"code", "name", "names", "never", "measures", "indicator", "text", "rule", "problem"})
INDICATOR_KEYS = frozenset(
    [
        "code",
        "name",
        "measure",
        "kind",
        "words",
        "asks",
        "alert",
        "names",
        "variants",
        "loose",
        "never",
        "also",
        "store",
        "alone",
        "hxl",
    ]
)
TEXT_KEYS = frozenset({"code", "name", "words", "names"})
PROBLEM_KEYS = TEXT_KEYS
RULE_KEYS = frozenset({"left", "right", "kind", "right_day"})
MEASURE_KEYS = frozenset({"same", "converts", "decimal"})


def read(text: str) -> Form | tuple[Mistake, ...]:
    """A form from the text of its file; every mistake when it has any."""
    try:
        return check(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        return (Mistake("", "not_toml", {"detail": str(error)}),)


def check(data: Mapping[str, object]) -> Form | tuple[Mistake, ...]:
    """A form from a file's data; every mistake when it has any."""
    checker = _Checker()
    form = checker.form(data)
    return tuple(checker.mistakes) or form


class _Checker:
    """Collects mistakes while it builds; a broken value is replaced by a harmless one so that all is looked at."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []

    def tell(self, at: str, reason: str, /, **fields: object) -> None:
        self.mistakes.append(Mistake(at, reason, {k: str(v) for k, v in fields.items()}))

    def form(self, data: Mapping[str, object]) -> Form:
        self.known(data, FORM_KEYS, "")
        measures = self.measures(data.get("measures", {}))
        indicators = tuple(self.indicator(t, k) for t, k in self.tables(data, "indicator"))
        texts = tuple(self.free_text(t, k) for t, k in self.tables(data, "text"))
        if not indicators:
            self.tell("indicator", "no_indicators")
        codes = [i.code for i in indicators] + [t.code for t in texts]
        for code in sorted({c for c in codes if c and codes.count(c) > 1}):
            self.tell("indicator", "code_twice", code=code)
        rules = tuple(self.rule(t, k, indicators) for t, k in self.tables(data, "rule"))
        form = Form(
            code=self.word(data, "code", ""),
            name=self.word(data, "name", ""),
            indicators=indicators,
            texts=texts,
            rules=rules,
            measures=measures,
            names=self.names(data, ""),
            never=self.words(data, "never", ""),
            problems=tuple(self.problem(t, k) for t, k in self.tables(data, "problem")),
        )
        self.shared_words(form)
        return form

    def known(self, table: Mapping[str, object], keys: Iterable[str], at: str) -> None:
        for key in table:
            if key not in keys:
                self.tell(at + key, "unknown_key", key=key, known=", ".join(sorted(keys)))

    def tables(self, data: Mapping[str, object], name: str) -> list[tuple[Mapping[str, object], str]]:
        rows = data.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
            self.tell(name, "not_tables")
            return []
        return [(row, f"{name}[{n}].") for n, row in enumerate(rows, 1)]

    def word(self, table: Mapping[str, object], key: str, at: str) -> str:
        value = table.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.tell(at + key, "missing" if value in (None, "") else "not_text")
        return ""

    def words(self, table: Mapping[str, object], key: str, at: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(w, str) and w.strip() for w in value):
            self.tell(at + key, "not_words")
            return ()
        found = tuple(w.strip() for w in value)
        for word in sorted({w for w in found if found.count(w) > 1}):
            self.tell(at + key, "word_twice", word=word)
        return found

    def names(self, table: Mapping[str, object], at: str) -> Mapping[str, str]:
        value = table.get("names", {})
        if isinstance(value, dict) and all(isinstance(v, str) for v in value.values()):
            return dict(value)
        self.tell(at + "names", "not_names")
        return {}

    def flag(self, table: Mapping[str, object], key: str, at: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.tell(at + key, "not_yes_or_no")
        return value is True

    def number(self, value: object, key: str) -> Decimal | None:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < 10**12:
            self.tell(key, "bad_number", value=value)
            return None
        return Decimal(str(value))

    def measures(self, value: object) -> tuple[Measure, ...]:
        if not isinstance(value, dict) or not all(isinstance(v, dict) for v in value.values()):
            self.tell("measures", "not_tables")
            return ()
        return tuple(self.measure(str(name), table) for name, table in value.items())

    def measure(self, name: str, table: Mapping[str, object]) -> Measure:
        at = f"measures.{name}."
        self.known(table, MEASURE_KEYS, at)
        converts = table.get("converts", {})
        if not isinstance(converts, dict):
            self.tell(at + "converts", "not_factors")
            converts = {}
        factors = {str(k): self.number(v, f"{at}converts.{k}") for k, v in converts.items()}
        return Measure(
            name=name,
            same=self.words(table, "same", at),
            converts={k: v for k, v in factors.items() if v is not None},
            decimal=self.flag(table, "decimal", at),
        )

    def indicator(self, table: Mapping[str, object], at: str) -> Indicator:
        self.known(table, INDICATOR_KEYS, at)
        kind = table.get("kind")
        if kind not in ("flow", "stock"):
            self.tell(at + "kind", "unknown_kind", value=kind)
        asks = table.get("asks")
        return Indicator(
            code=self.code(table, at),
            name=self.word(table, "name", at),
            measure=self.word(table, "measure", at),
            kind=_kind(kind),
            words=self.words(table, "words", at),
            asks=None if asks is None else self.number(asks, at + "asks"),
            alert=self.flag(table, "alert", at),
            names=self.names(table, at),
            variants=self.words(table, "variants", at),
            loose=self.words(table, "loose", at),
            never=self.words(table, "never", at),
            also=self.words(table, "also", at),
            store=self.flag(table, "store", at),
            alone=self.words(table, "alone", at),
            hxl=self.hashtag(table, at),
        )

    def code(self, table: Mapping[str, object], at: str) -> str:
        code = self.word(table, "code", at)
        if code and not (code.isascii() and code.isidentifier()):
            self.tell(at + "code", "bad_code", code=code)
        return code

    def hashtag(self, table: Mapping[str, object], at: str) -> str:
        """An HXL hashtag with its attributes: #affected+infected."""
        value = table.get("hxl", "")
        if isinstance(value, str) and re.fullmatch(r"(#[a-z]\w*(\+[a-z]\w*)*)?", value):
            return value
        self.tell(at + "hxl", "bad_hashtag", value=value)
        return ""

    def free_text(self, table: Mapping[str, object], at: str) -> FreeText:
        self.known(table, TEXT_KEYS, at)
        words = self.words(table, "words", at)
        return FreeText(self.code(table, at), self.word(table, "name", at), words, self.names(table, at))

    def problem(self, table: Mapping[str, object], at: str) -> ProblemKind:
        self.known(table, PROBLEM_KEYS, at)
        words = self.words(table, "words", at)
        return ProblemKind(self.code(table, at), self.word(table, "name", at), words, self.names(table, at))

    def rule(self, table: Mapping[str, object], at: str, indicators: Sequence[Indicator]) -> Rule:
        self.known(table, RULE_KEYS, at)
        codes = {i.code for i in indicators}
        sides = {key: self.word(table, key, at) for key in ("left", "right")}
        for key, code in sides.items():
            if code and code not in codes:
                self.tell(at + key, "unknown_code", code=code)
        if sides["left"] and sides["left"] == sides["right"] and table.get("right_day") != "before":
            self.tell(at + "right", "rule_of_itself", code=sides["right"])
        if table.get("kind", "at_most") != "at_most":
            self.tell(at + "kind", "unknown_rule", value=table.get("kind"))
        day = table.get("right_day", "same")
        if day not in ("same", "before"):
            self.tell(at + "right_day", "unknown_day", value=day)
        return Rule(sides["left"], sides["right"], right_day="before" if day == "before" else "same")

    def shared_words(self, form: Form) -> None:
        """A word may stand for two indicators only where the measure tells them apart."""
        owners: dict[str, list[Indicator | FreeText]] = {}
        every: list[Indicator | FreeText] = [*form.indicators, *form.texts]
        for owner in every:
            for word in dict.fromkeys(owner.spoken):
                owners.setdefault(word, []).append(owner)
        for word, of in owners.items():
            if word and len(of) > 1 and not _told_apart(form, of):
                self.tell("indicator", "word_shared", word=word, codes=", ".join(o.code for o in of))


def _kind(value: object) -> Kind:
    return "stock" if value == "stock" else "flow"


def _told_apart(form: Form, owners: Sequence[Indicator | FreeText]) -> bool:
    families: list[set[str]] = []
    for owner in owners:
        if isinstance(owner, FreeText):
            return False
        measure = form.measure_of(owner)
        families.append({measure.name, *measure.same, *owner.also})
    return not any(a & b for n, a in enumerate(families) for b in families[:n])
