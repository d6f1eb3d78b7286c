"""Tables of people: what is read, what is told, who is recognised on a second run."""

from domain.people import Person, Post, Role
from domain.people_table import PeoplePlan, Roster, plan_people
from domain.tables import Row
from domain.units import Unit, UnitTree

HEAD = ("name", "phone", "unit", "role", "telegram_id")
TREE = UnitTree.of([Unit(1, "T0", "东观镇"), Unit(2, "01", "黄溪村", 1), Unit(3, "02", "东观社区", 1, ("东观居委会",))])
LEAD = Post(Role.LEAD, 2)
WARDEN = Post(Role.WARDEN, 2)


def table(*lines: str, head: tuple[str, ...] = HEAD) -> list[Row]:
    """Rows from lines whose cells are parted by slashes."""
    cells = [line.split("/") for line in lines]
    return [
        Row(number, dict(zip(head, [*row, *[""] * len(head)], strict=False)))
        for number, row in enumerate(cells, start=2)
    ]


def plan(*lines: str, roster: Roster = ()) -> PeoplePlan:
    """The plan of a table with the usual headings."""
    return plan_people(table(*lines), TREE, roster)


def told(found: PeoplePlan) -> list[tuple[str, str]]:
    """The mistakes as (row, reason)."""
    return [(mistake.key, mistake.reason) for mistake in found.mistakes]


def test_people_are_read_with_roles_and_units_in_either_language() -> None:
    found = plan(
        "张守田/138 0000-0001/01/负责人", "刘小妹/+8613800000002/黄溪村/warden/7001", "何督查/13800000009//督查"
    )
    assert told(found) == []
    assert [(entry.phone, entry.telegram_id, entry.posts) for entry in found.added] == [
        ("13800000001", None, (LEAD,)),
        ("13800000002", 7001, (WARDEN,)),
        ("13800000009", None, (Post(Role.INSPECTOR, None),)),
    ]


def test_each_bad_row_is_told_by_number_and_reason() -> None:
    found = plan(
        "/13800000001/01/lead",
        "甲/1380000/01/lead",
        "乙/138000000011/01/lead",
        "丙/13800000003/99/lead",
        "丁/13800000004/01/村长",
        "戊/13800000005/01/",
        "己/13800000006//warden",
        "庚/13800000007/01/warden/12a",
        "辛/13800000008/01/warden",
        "壬/13800000008/01/warden",
        "辛/13800000008/01/warden",
    )
    assert told(found) == [
        ("2", "person-name-missing"),
        ("3", "person-phone-bad"),
        ("4", "person-phone-bad"),
        ("5", "person-unit-unknown"),
        ("6", "person-role-unknown"),
        ("7", "person-role-missing"),
        ("8", "person-unit-missing"),
        ("9", "person-telegram-bad"),
        ("11", "person-phone-twice"),
        ("12", "person-twice"),
    ]
    assert "13800000008" not in str(found.mistakes)


def test_one_account_is_one_persons() -> None:
    found = plan("甲/13800000001/01/lead/7001", "乙/13800000002/01/lead/7001", "甲/13800000001/02/lead/7003")
    assert told(found) == [("3", "person-telegram-twice"), ("4", "person-two-accounts")]


def test_two_posts_of_one_person_are_one_entry() -> None:
    found = plan("张守田/13800000001/01/lead", "张守田/13800000001/T0/leader")
    assert [entry.posts for entry in found.added] == [(LEAD, Post(Role.LEADER, 1))]


def test_a_second_run_recognises_by_number_then_account_then_name_and_unit() -> None:
    roster = (
        (Person(1, "张守田", "13800000001", 7001), (LEAD,)),
        (Person(2, "小妹", None, 7002), (WARDEN,)),
        (Person(3, "无号", None, None), (WARDEN,)),
    )
    found = plan(
        "张守田/13800000001/01/lead", "刘小妹/13800000002/01/warden/7002", "无号/13800000003/01/warden", roster=roster
    )
    assert (found.added, found.unchanged) == ((), 1)
    assert [(entry.known and entry.known.id, entry.name, entry.phone) for entry in found.updated] == [
        (2, "刘小妹", "13800000002"),
        (3, "无号", "13800000003"),
    ]


def test_somebody_of_the_same_name_with_another_number_is_somebody_else() -> None:
    found = plan("张守田/13900000001/01/lead", roster=((Person(1, "张守田", "13800000001"), (LEAD,)),))
    assert len(found.added) == 1


def test_a_row_that_means_two_people_of_the_roster_is_told() -> None:
    roster = ((Person(1, "甲", "13800000001"), (LEAD,)), (Person(2, "乙", None, 7001), (WARDEN,)))
    assert told(plan("甲/13800000001/01/lead/7001", roster=roster)) == [("2", "person-clash")]


def test_a_move_to_another_unit_replaces_the_post_but_no_operator_loses_theirs() -> None:
    operator = Post(Role.OPERATOR, None)
    roster = ((Person(1, "张守田", "13800000001"), (LEAD, operator)),)
    found = plan("张守田/13800000001/02/lead", roster=roster)
    assert [entry.posts for entry in found.updated] == [(Post(Role.LEAD, 3), operator)]


def test_an_empty_number_or_account_leaves_what_is_known() -> None:
    roster = ((Person(1, "张守田", "13800000001", 7001), (LEAD,)),)
    assert plan("张守田//01/lead/7001", roster=roster).unchanged == 1
    assert plan("张守田/13800000001/01/lead/", roster=roster).unchanged == 1
