"""What a warden needs to know of the town's form: names, measures, kinds, limits, and which value may not top which."""

from dataclasses import dataclass
from decimal import Decimal

from domain.forms import Form

UNLIMITED = Decimal(1000)


@dataclass(frozen=True)
class Field:
    """One indicator of the form, as somebody who fills it in sees it."""

    code: str
    name: str
    measure: str
    words: tuple[str, ...]
    stock: bool
    limit: Decimal
    alert: bool
    whole: bool


@dataclass(frozen=True)
class Sheet:
    """The form: its indicators in order, `below` as (smaller, larger) codes, labels of the free texts by code."""

    fields: tuple[Field, ...]
    below: tuple[tuple[str, str], ...]
    texts: dict[str, tuple[str, ...]]

    def field(self, code: str) -> Field:
        """The indicator of that code; KeyError when the form has none."""
        for field in self.fields:
            if field.code == code:
                return field
        raise KeyError(code)

    def has(self, code: str) -> bool:
        """Whether the form has that indicator."""
        return any(field.code == code for field in self.fields)

    def limits_of(self, code: str) -> tuple[str, ...]:
        """The indicators that this one may not top."""
        return tuple(larger for smaller, larger in self.below if smaller == code)


def sheet_of(form: Form) -> Sheet:
    """The form as its people see it; a rule against yesterday is nothing that they could know."""
    fields = tuple(
        Field(
            code=one.code,
            name=one.name,
            measure=one.measure,
            words=one.words,
            stock=one.kind == "stock",
            limit=one.asks or UNLIMITED,
            alert=one.alert,
            whole=not form.measure_of(one).decimal,
        )
        for one in form.indicators
    )
    below = tuple((rule.left, rule.right) for rule in form.rules if rule.right_day == "same")
    return Sheet(fields, below, {text.code: text.spoken for text in form.texts})
