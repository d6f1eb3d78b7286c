"""What somebody learns who gets hold of the database's files alone."""

import re
from pathlib import Path

_MOBILE = re.compile(rb"(?<![0-9a-zA-Z_.=/+-])(?:86)?1[3-9][0-9]{9}(?![0-9a-zA-Z_.=/+-])")
_IDENTITY = re.compile(rb"(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![0-9])")


def numbers_in_clear(folder: Path) -> list[str]:
    """Telephone and identity numbers that stand readable in the database or the files beside it."""
    files = [file for file in folder.rglob("*") if file.is_file() and ".db" in file.name]
    found = {
        hit.decode() for file in files for pattern in (_MOBILE, _IDENTITY) for hit in pattern.findall(file.read_bytes())
    }
    return sorted(found)
