"""The synthetic town: believable, distinct, and the same for the same seed."""

import csv
import io
import itertools

import pytest

from domain.forms import shipped
from drill.wardens.roster import ROOT, Home, Role, Town, found_town, people_csv, units_csv

SEEDS = (1, 2, 3, 4, 5)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(params=SEEDS)
def town(request: pytest.FixtureRequest) -> Town:
    return found_town(request.param)


def test_a_seed_is_a_town() -> None:
    assert found_town(3) == found_town(3)
    assert found_town(3) != found_town(4)


def test_58_units_report_under_four_to_six_areas_under_one_root(town: Town) -> None:
    assert [unit.code for unit in town.reporting()] == [f"{at:02d}" for at in range(1, 59)]
    assert 4 <= len(town.areas()) <= 6
    areas = {area.code for area in town.areas()}
    assert {unit.parent for unit in town.reporting()} == areas
    assert len(town.under(ROOT)) == 58
    assert sum(len(town.under(area)) for area in areas) == 58


def test_no_two_units_are_so_alike_that_a_reader_could_mix_them(town: Town) -> None:
    for one, other in itertools.combinations((unit.name for unit in town.reporting()), 2):
        if len(one) == len(other):
            assert sum(a != b for a, b in zip(one, other, strict=True)) >= 2, (one, other)


def test_every_name_and_alias_means_one_unit(town: Town) -> None:
    spoken = [word for unit in town.units for word in (unit.name, unit.code, *unit.aliases)]
    assert len(spoken) == len(set(spoken))
    assert "东观" not in spoken


@pytest.mark.parametrize("form", ["epidemic"])
def test_no_name_holds_a_word_of_the_form(town: Town, form: str) -> None:
    words = {word for one in shipped(form).indicators for word in one.spoken}
    words |= {word for text in shipped(form).texts for word in text.spoken}
    for unit in town.units:
        for name in (unit.name, *unit.aliases):
            assert not any(word in name for word in words), name


def test_every_unit_has_a_lead_and_one_or_two_wardens(town: Town) -> None:
    for unit in town.reporting():
        assert town.lead(unit.code).role is Role.LEAD
        assert 1 <= len(town.wardens(unit.code)) <= 2


def test_the_town_is_led_watched_and_operated(town: Town) -> None:
    assert town.town_leader().unit == ROOT
    assert {one.unit for one in town.having(Role.LEADER)} == {ROOT, *(area.code for area in town.areas())}
    assert len(town.having(Role.OPERATOR)) == len(town.having(Role.INSPECTOR)) == 1


def test_phones_ids_and_names_belong_to_one_person(town: Town) -> None:
    for values in (
        [one.phone for one in town.people],
        [one.telegram_id for one in town.people],
        [one.name for one in town.people],
    ):
        assert len(values) == len(set(values))
    assert all(len(one.phone) == 11 and one.phone.isdigit() for one in town.people)


def test_all_three_kinds_of_home_are_lived_in(town: Town) -> None:
    homes = [unit.home for unit in town.reporting()]
    assert min(homes.count(home) for home in Home) >= 8


def test_the_files_hold_the_town(town: Town) -> None:
    units, people = rows(units_csv(town)), rows(people_csv(town))
    assert [row["code"] for row in units] == [unit.code for unit in town.units]
    assert list(units[0]) == ["code", "name", "parent", "aliases", "reports", "covers"]
    assert list(people[0]) == ["name", "phone", "unit", "role", "telegram_id"]
    assert {row["unit"] for row in people} <= {row["code"] for row in units}
    unknown = [row for row in people if not row["telegram_id"]]
    assert len(unknown) == sum(not one.introduced for one in town.people)


def test_more_units_than_names_is_refused() -> None:
    with pytest.raises(ValueError, match="names for"):
        found_town(1, size=400)
