"""The standing cast: a small town whose names come back in every test.

东观镇 (T0) has two areas, 东片 (A1: 黄溪村 01, 东观社区 02, 石板村 03) and 西片 (A2: 白塔社区 04, 红星村 05).
黄溪村, 东观社区 and 白塔社区 have a group of their own; 石板村 and 红星村 report in private or in 全镇群.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.forms import shipped
from domain.people import Post, Role
from domain.town import Town
from domain.units import Unit
from drill.server.telegram import Chat, Person, Telegram
from storage import chats, people, units
from storage.database import Database
from storage.work import Work

ZONE = ZoneInfo("Asia/Shanghai")
TOWN = Town("东观镇", ZONE, "zh-Hans", shipped("epidemic"))

# code, name, parent, aliases, reports
UNITS = (
    ("T0", "东观镇", None, (), False),
    ("A1", "东片", "T0", (), False),
    ("A2", "西片", "T0", (), False),
    ("01", "黄溪村", "A1", ("黄溪",), True),
    ("02", "东观社区", "A1", (), True),
    ("03", "石板村", "A1", (), True),
    ("04", "白塔社区", "A2", (), True),
    ("05", "红星村", "A2", (), True),
)

# name, phone, role, unit
PEOPLE = (
    ("张守田", "13800000001", Role.LEAD, "01"),
    ("刘小妹", "13800000002", Role.WARDEN, "01"),
    ("陈建国", "13800000003", Role.LEAD, "02"),
    ("赵春梅", "13800000004", Role.LEAD, "03"),
    ("孙大海", "13800000005", Role.LEAD, "04"),
    ("周桂兰", "13800000006", Role.WARDEN, "05"),
    ("李片长", "13800000007", Role.LEADER, "A1"),
    ("王书记", "13800000008", Role.LEADER, "T0"),
    ("何督查", "13800000009", Role.INSPECTOR, None),
    ("吴运维", "13800000010", Role.OPERATOR, None),
)

# title, purpose, unit, members (the first owns it)
GROUPS = (
    ("指挥部", "command", None, ("王书记", "李片长", "何督查", "吴运维")),
    ("全镇群", "town", None, ("王书记", *(name for name, _, role, _ in PEOPLE if role in (Role.LEAD, Role.WARDEN)))),
    ("黄溪村群", "unit", "01", ("张守田", "刘小妹", "王书记", "陌生人")),
    ("东观社区群", "unit", "02", ("陈建国",)),
    ("白塔社区群", "unit", "04", ("孙大海",)),
)


@dataclass
class Cast:
    """The people and groups on the drill's Telegram, by name."""

    people: dict[str, Person]
    groups: dict[str, Chat]


def gather(telegram: Telegram) -> Cast:
    """The cast with its phones and groups; the bot is not in any group yet."""
    found = {name: telegram.person(name, phone=phone) for name, phone, _, _ in PEOPLE}
    found["陌生人"] = telegram.person("陌生人", phone="13911112222")
    groups = {
        title: telegram.group(title, [found[name] for name in members], with_bot=False)
        for title, _, _, members in GROUPS
    }
    groups["新群"] = telegram.group("新群", [found["吴运维"], found["王书记"]], with_bot=False)
    return Cast(found, groups)


async def settle_in(database: Database, telegram: Telegram, cast: Cast, now: datetime) -> None:
    """Enter the whole cast in the roster, known by their accounts, their groups bound."""
    async with database.work() as work:
        for code, name, _, aliases, reports in UNITS:
            await units.save(work, Unit(0, code, name, aliases=aliases, reports=reports))
        for code, _, parent, _, _ in UNITS:
            await units.tie(work, code, parent)
        await _enter_people(work, cast, now)
        await _bind_groups(work, telegram, cast, now)


async def _enter_people(work: Work, cast: Cast, now: datetime) -> None:
    tree = await units.tree(work)
    for name, phone, role, code in PEOPLE:
        account = cast.people[name]
        person = await people.add(work, name, phone, account.id, now)
        await people.give_post(work, person, Post(role, tree.by_code[code].id if code else None))
        account.started = True
        await chats.meet(work, account.id, "private", name, now)


async def _bind_groups(work: Work, telegram: Telegram, cast: Cast, now: datetime) -> None:
    tree = await units.tree(work)
    for title, purpose, code, members in GROUPS:
        group = cast.groups[title]
        telegram.add_bot(group, cast.people[members[0]])
        chat = await chats.meet(work, group.id, group.type, title, now)
        await chats.bind(work, chat.id, purpose, tree.by_code[code].id if code else None, now)
        await chats.set_rights(work, chat.id, {"status": "administrator", "can_pin_messages": True}, now)
