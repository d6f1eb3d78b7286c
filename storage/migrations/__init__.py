"""Numbered SQL files that make the schema, each applied once and for ever."""

from importlib.resources import files

from storage.sqlite import Connection


def numbered() -> list[tuple[int, str]]:
    """Every migration as (number, SQL), in order."""
    found = (entry for entry in files("storage.migrations").iterdir() if entry.name.endswith(".sql"))
    return sorted((int(entry.name.split("_")[0]), entry.read_text("utf-8")) for entry in found)


def newest() -> int:
    """The schema version that this program writes."""
    return numbered()[-1][0]


def version_of(connection: Connection) -> int:
    """The schema version of an open database; 0 when it is empty."""
    rows = connection.fetch("PRAGMA user_version")
    return int(rows[0][0])


def upgrade(connection: Connection) -> int:
    """Apply what is missing, each migration in a transaction of its own; the version reached."""
    version = version_of(connection)
    for number, sql in numbered():
        if number > version:
            connection.script(f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version={number};\nCOMMIT;")
            version = number
    return version
