"""What is printed: a paper's figures with their words, typeset by Typst into a PDF or pictures.

The layout stands in texts/brief/*.typ and holds no words; the fonts come with a package, so that every machine prints
the same.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal

from texts.render import Voice, load_renderers

PIXELS_PER_INCH = 110
"""An A4 page 909 pixels wide: read on a phone without zooming, under 0.5 MB."""
MOST_PAGES = 10
"""Pictures that one album holds."""

Data = dict[str, Any]
Layout = Callable[[Voice, Mapping[str, Any]], Data]
LAYOUTS: dict[str, tuple[str, Layout]] = {}
_FONTS = {"zh-Hant": "Noto Sans TC"}
_PLACES = {"zh-Hans": ("zh", "cn"), "zh-Hant": ("zh", "tw")}


@dataclass(frozen=True)
class Printed:
    """A printed paper: its file's name, and one PDF or a picture a page."""

    name: str
    pages: tuple[bytes, ...]


def lays_out(kind: str, template: str) -> Callable[[Layout], Layout]:
    """Register what fills a template of texts/brief/ for a kind of paper."""

    def register(layout: Layout) -> Layout:
        LAYOUTS[kind] = (template, layout)
        return layout

    return register


def print_paper(voice: Voice, kind: str, fields: Mapping[str, Any], form: Literal["pdf", "png"]) -> Printed:
    """Typeset a paper. It takes tens of milliseconds of a core: call it off the event loop."""
    load_renderers()  # each subject's file registers its papers with its renderers
    template, layout = LAYOUTS[kind]
    language = voice.words.language
    place, region = _PLACES.get(language, (language, None))
    fonts = [_FONTS.get(language, "Noto Sans SC"), "Noto Sans SC"]
    data = {"lang": place, "region": region, "font": fonts, **layout(voice, fields)}
    name = voice.say(f"{kind}-file", node=fields["node"], on=fields["day"])
    return Printed(f"{safe_name(name)}.{form}", _typeset(template, data, form))


def safe_name(name: str) -> str:
    """A file's name that every system takes."""
    return "".join("-" if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in name)[:80]


def _typeset(template: str, data: Data, form: Literal["pdf", "png"]) -> tuple[bytes, ...]:
    import typst  # only when something is printed: it is large

    with as_file(files("texts") / "brief") as folder:
        compiler = typst.Compiler(
            str(folder / template),
            root=str(folder),
            font_paths=_font_folders(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
        made = compiler.compile(format=form, ppi=PIXELS_PER_INCH)
    pages = made if isinstance(made, list) else [made]
    return tuple(page for page in pages[:MOST_PAGES] if page is not None)


def missing_fonts() -> list[str]:
    """The files of those fonts that ought to be here and are not."""
    return [str(font) for font in _font_files() if not font.is_file()]


def _font_folders() -> list[str]:
    return [str(font.parent) for font in _font_files()]


@cache
def _font_files() -> list[Path]:
    with as_file(files("justmytype_intl_cjk") / "fonts" / "ofl") as fonts:
        return [fonts / "notosanssc" / "NotoSansSC[wght].ttf", fonts / "notosanstc" / "NotoSansTC[wght].ttf"]
