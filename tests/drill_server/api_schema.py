"""The published description of the Bot API, where it lies beside the repository, and a check of objects against it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

DESCRIPTION = Path(__file__).resolve().parents[3] / "shared" / "bot-api" / "api-10.0.json"
_PLAIN = {"Integer": int, "String": str, "Boolean": bool, "Float": float, "True": bool}


@cache
def api() -> dict[str, Any] | None:
    """The description, or None where it is not at hand."""
    return json.loads(DESCRIPTION.read_text()) if DESCRIPTION.exists() else None


def complaints(value: Any, types: list[str], where: str) -> list[str]:
    """What is wrong with a value that should be of one of these types; nothing when one fits."""
    tried = [_as(value, kind, where) for kind in types]
    return [] if any(not bad for bad in tried) else min(tried, key=len)


def _as(value: Any, kind: str, where: str) -> list[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: not an array: {value!r}"]
        return [c for i, each in enumerate(value) for c in _as(each, kind[9:], f"{where}[{i}]")]
    if kind in _PLAIN:
        right = isinstance(value, _PLAIN[kind]) and (kind in ("Boolean", "True") or not isinstance(value, bool))
        return [] if right else [f"{where}: {value!r} is not a {kind}"]
    described = api()["types"][kind]
    if "subtypes" in described:
        return complaints(value, described["subtypes"], where)
    return _object(value, described, f"{where}:{kind}")


def _object(value: Any, described: dict[str, Any], where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: not an object: {value!r}"]
    fields = {field["name"]: field for field in described.get("fields", [])}
    bad = [f"{where}: no {name}" for name, field in fields.items() if field["required"] and name not in value]
    bad += [f"{where}: unknown {name}" for name in value if name not in fields]
    for name in value.keys() & fields.keys():
        bad += complaints(value[name], fields[name]["types"], f"{where}.{name}")
    if "status" in fields and isinstance(value.get("status"), str):
        bad += _constant(fields["status"]["description"], value["status"], f"{where}.status")
    if where.endswith("InaccessibleMessage") and value.get("date") != 0:
        bad.append(f"{where}: date is not 0")
    return bad


def _constant(description: str, value: str, where: str) -> list[str]:
    wanted = f'always "{value}"'
    return [] if "always" not in description or wanted in description.replace("“", '"').replace("”", '"') else [where]


def check_answer(method: str, result: Any) -> None:
    """Fail when a method's result is not what the description says; pass where that is not at hand."""
    if api() is not None and method in api()["methods"]:
        bad = complaints(result, api()["methods"][method]["returns"], method)
        assert not bad, bad
