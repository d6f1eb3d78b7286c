"""How a spreadsheet names its columns."""


def letters(column: int) -> str:
    """A column's letters, counted from 0: A, B, ... AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)
