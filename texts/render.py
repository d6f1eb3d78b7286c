"""A message's kind and fields become what a chat shows.

Most kinds need only words: the Fluent message of the same name, filled with the fields. A kind with a list, a table
or a figure in it has a renderer, registered under its name by the file of its subject.
"""

import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import texts
from domain.forms import Form
from domain.outgoing import Button, Buttons
from texts.catalogue import Words, fields_said

Renderer = Callable[["Voice", Mapping[str, Any]], str]
RENDERERS: dict[str, Renderer] = {}

MOST_CHARACTERS = 4096


class Voice:
    """What a renderer speaks with: a language's words and the town's form."""

    def __init__(self, words: Words, form: Form) -> None:
        self.words = words
        self.form = form

    def say(self, key: str, /, **fields: object) -> str:
        """The words of the key, days, lists and indicators among its fields made readable."""
        code = fields.get("indicator")
        if isinstance(code, str) and code in self.form.by_code:
            fields = {**fields, "indicator": self.indicator(code), "measure": self.measure(code)}
        return self.words.filled(key, fields_said(self.words, fields))

    def indicator(self, code: str) -> str:
        """An indicator's name in this language."""
        return self.form.indicator(code).shown(self.words.language)

    def measure(self, code: str) -> str:
        """An indicator's unit of measure, as the form writes it."""
        return self.form.indicator(code).measure

    def figure(self, code: str, value: int | float) -> str:
        """A value with its name and measure: 入户排查 120户."""
        shown = {"name": self.indicator(code), "value": number(value), "measure": self.measure(code)}
        return self.words.filled("figure", shown)


def number(value: int | float | str) -> str:
    """A figure with its thousands marked: 18,730 or 32.5."""
    figure = float(value)
    return f"{int(figure):,}" if figure == int(figure) else f"{figure:,.10g}"


def renders(kind: str) -> Callable[[Renderer], Renderer]:
    """Register the renderer of a kind."""

    def register(renderer: Renderer) -> Renderer:
        RENDERERS[kind] = renderer
        return renderer

    return register


@cache
def load_renderers() -> None:
    """Let every subject's file in this package register its renderers."""
    for module in pkgutil.iter_modules(texts.__path__):
        import_module(f"texts.{module.name}")


def render(voice: Voice, kind: str, fields: Mapping[str, Any]) -> str:
    """The text of a message, cut to what one message holds."""
    load_renderers()
    renderer = RENDERERS.get(kind)
    text = renderer(voice, fields) if renderer else voice.say(kind, **fields)
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def render_buttons(voice: Voice, buttons: Buttons) -> list[list[tuple[str, str]]]:
    """Rows of (label, data). A label `=…` is shown as it stands: a person's or unit's own word."""
    return [[(_label(voice, button), button.data) for button in row] for row in buttons]


def _label(voice: Voice, button: Button) -> str:
    return (
        button.label[1:] if button.label.startswith("=") else voice.say(button.label, **button.fields, **button.written)
    )
