"""Traditional Chinese is made from the simplified texts, by word: `python -m texts.traditional` writes it anew.

A test holds the two together, so that a new text needs writing once.
"""

from functools import cache
from pathlib import Path

import opencc

SIMPLIFIED, TRADITIONAL = "zh-Hans", "zh-Hant"


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2twp")


def traditional(text: str) -> str:
    """The text in traditional script, with the words that its readers use."""
    return str(_converter().convert(text))


def pairs(folder: Path) -> list[tuple[Path, str]]:
    """Each file of traditional texts that there must be, with what stands in it."""
    sources = sorted((folder / SIMPLIFIED).glob("*.ftl"))
    return [(folder / TRADITIONAL / source.name, traditional(source.read_text("utf-8"))) for source in sources]


def main() -> None:
    """Write every file anew."""
    for path, text in pairs(Path(__file__).parent):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
