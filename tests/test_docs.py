"""What the documents say exists; what exists is in the documents."""

import argparse
import re
import shlex
import tomllib
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from pydantic import SecretStr

from actions.sheets import read_table
from bot.cli import JOBS
from bot.routes import COMMANDS
from bot.settings import Settings
from domain.people_table import plan_people
from domain.unit_table import plan_units
from domain.units import UnitTree
from texts.catalogue import Words

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
IDS = [str(page.relative_to(ROOT)) for page in PAGES]
ROOMS = ("bot", "handlers", "scheduler", "actions", "domain", "storage", "texts", "drill")

# The change that CONTRIBUTING.md makes as an example is not in the repository.
EXAMPLE_FILES = {"tests/conversations/cycle/next_step.txt"}
EXAMPLE_COMMANDS = {"next"}
PAGES_FOR_MACHINES = {"healthz", "readyz", "metrics"}
BOTFATHER = {"newbot", "setprivacy"}


def said(name: str) -> str:
    """A page of the documents."""
    return (ROOT / name).read_text("utf-8")


def spans(text: str) -> list[str]:
    """Everything between single backticks, blocks of code left out."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its first two lines."""
    part = text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def shell_lines(text: str) -> list[str]:
    """Every call of the program in the blocks of code, from its name to the end of that call."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    calls = re.findall(r"(?:^|[&|] |\.venv/bin/)(gridwarden [^#&|<>\n]+)", "\n".join(blocks), re.MULTILINE)
    return [re.sub(r"\$\([^)]*\)", "today", call).strip() for call in calls]


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = {
        word
        for word in spans(page.read_text("utf-8"))
        if re.fullmatch(
            rf"(?:{'|'.join(ROOMS)}|docs|tests)/[\w./-]*(?:/|\.(?:py|toml|sql|ftl|txt|md|csv|html|png))", word
        )
    }
    assert [word for word in sorted(named - EXAMPLE_FILES) if not (ROOT / word).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = [*re.findall(r"\]\(([^)#\s]+)", text), *re.findall(r'<img src="([^"]+)"', text)]
    local = [target for target in targets if not target.startswith(("https://", "mailto:"))]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_every_picture_is_shown_and_is_small() -> None:
    shown = "".join(page.read_text("utf-8") for page in PAGES)
    for picture in (ROOT / "docs" / "pictures").iterdir():
        assert picture.name in shown, picture.name
        assert picture.stat().st_size < 200_000, picture.name


def test_the_map_has_every_command_and_its_word() -> None:
    table = {row[0]: row[1] for row in rows(said("docs/map.md"), "The commands")}
    assert set(table) == {f"/{command.words[0]}" for command in COMMANDS}
    for command in COMMANDS:
        word = table[f"/{command.words[0]}"]
        assert command.words[1:2] == (word,) or (not command.words[1:] and "(" in word), command.words


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_no_page_names_a_command_that_is_none(page: Path) -> None:
    known = {command.words[0] for command in COMMANDS} | BOTFATHER | EXAMPLE_COMMANDS | PAGES_FOR_MACHINES
    named = {found[1] for word in spans(page.read_text("utf-8")) if (found := re.match(r"/([a-z]+)(?: |$)", word))}
    assert named <= known


def test_the_map_has_every_job_of_the_command_line() -> None:
    table = rows(said("docs/map.md"), "The jobs of the command line")
    assert {row[0].strip("`").removeprefix("gridwarden ") for row in table} == set(JOBS)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_program_takes_every_command_line_that_a_page_writes(page: Path) -> None:
    for line in shell_lines(page.read_text("utf-8")):
        _, job, *arguments = shlex.split(line)
        parser = argparse.ArgumentParser(exit_on_error=False)
        import_module(JOBS[job]).fill(parser, Words("en"))
        assert parser.parse_args(arguments), line


def test_the_map_has_every_package() -> None:
    packages = {
        str(init.parent.relative_to(ROOT)) + "/" for room in ROOMS for init in (ROOT / room).rglob("__init__.py")
    }
    named = {row[0].strip("`") for row in rows(said("docs/map.md"), "The rooms")}
    assert sorted(packages - named - {"storage/migrations/"}) == []


def test_operating_has_every_setting_with_its_default() -> None:
    table = {row[0].strip("`"): row[1].strip("`") for row in rows(said("docs/operating.md"), "Settings")}
    assert set(table) == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        default = field.default.get_secret_value() if isinstance(field.default, SecretStr) else str(field.default)
        assert table[name.upper()] == default


def test_the_tables_that_operators_are_shown_can_be_imported_as_they_stand() -> None:
    units, people = re.findall(r"```csv\n(.*?)```", said("docs/operating.md"), re.DOTALL)
    plan = plan_units(read_table("units.csv", units.encode()), UnitTree())
    assert (len(plan.added), plan.mistakes) == (4, ())
    tree = UnitTree.of(replace(row.unit, id=number) for number, row in enumerate(plan.added, start=1))
    roster = plan_people(read_table("people.csv", people.encode()), tree, [])
    assert (len(roster.added), roster.mistakes) == (6, ())


def test_what_the_glossary_calls_the_codes_word_stands_in_the_file_that_it_names() -> None:
    table = [line.strip("|").split("|") for line in said("docs/glossary.md").splitlines() if line.startswith("| ")]
    entries = [(re.findall(r"`([^`]+)`", row[2]), re.findall(r"`([^`]+)`", row[3])) for row in table if len(row) == 4]
    assert sum(bool(files) for _, files in entries) >= 50
    for words, files in entries:
        code = "".join((ROOT / file).read_text("utf-8") for file in files)
        assert [word for word in words if word.split(".")[-1] not in code] == [], files


def test_both_readmes_say_the_same_things() -> None:
    english, chinese = said("README.md"), said("README.zh-CN.md")
    assert set(spans(english)) == set(spans(chinese))
    assert re.findall(r"^make .*?(?=\s+#)", english, re.MULTILINE) == re.findall(
        r"^make .*?(?=\s+#)", chinese, re.MULTILINE
    )
    for sign in ("\n## ", "\n1. ", "\n7. ", "\n- ", "<img "):
        assert english.count(sign) == chinese.count(sign), sign


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads(said("pyproject.toml"))["project"]["version"]
    assert f"## [{version}]" in said("CHANGELOG.md")


def test_every_word_that_the_makefile_promises_has_a_rule() -> None:
    makefile = said("Makefile")
    [promised] = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert sorted(promised.split()) == sorted(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
