"""Scripts: traditional becomes simplified, so that a word is one word however it is typed."""

from functools import cache, lru_cache

from opencc import OpenCC


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=4096)
def simplified(text: str) -> str:
    """The text in simplified script; as long as it was."""
    return str(_converter().convert(text))
