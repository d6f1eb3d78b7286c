"""The forms that come with the program."""

from functools import cache
from importlib import resources

from domain.forms.check import read
from domain.forms.model import Form


def shipped_names() -> tuple[str, ...]:
    """The names of the forms that come with the program, in order."""
    files = resources.files("domain.forms").iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml")))


def shipped_text(name: str) -> str:
    """The text of a shipped form's file; KeyError when there is none of that name."""
    if name not in shipped_names():
        raise KeyError(name)
    return (resources.files("domain.forms") / f"{name}.toml").read_text(encoding="utf-8")


@cache
def shipped(name: str) -> Form:
    """A form that comes with the program; KeyError when there is none of that name."""
    form = read(shipped_text(name))
    if not isinstance(form, Form):
        raise ValueError(f"the shipped form {name} has mistakes: {form}")
    return form
