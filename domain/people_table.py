"""A table of people against the roster: who would be entered and changed, and everything that is wrong with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from domain.errors import Mistake
from domain.people import Person, Post, Role
from domain.phones import masked, private, read_phone
from domain.rolewords import PURPOSE_WORDS, read_role
from domain.tables import PEOPLE_COLUMNS, Row, check_columns, mistake
from domain.units import UnitTree

MOST_NAME = 40
_ANYWHERE = frozenset({Role.LEADER, Role.INSPECTOR, Role.OPERATOR})
_TELEGRAM_BITS = 52  # Telegram's ids have at most 52 significant bits (Bot API, User.id)

Roster = Sequence[tuple[Person, tuple[Post, ...]]]


@dataclass(frozen=True)
class PersonRow:
    """What one row says of one person."""

    number: int
    name: str
    phone: str | None
    telegram_id: int | None
    post: Post


@dataclass(frozen=True)
class Entry:
    """A person as all of their rows give them: `known` in the roster as, holding afterwards these `posts`."""

    name: str
    phone: str | None
    telegram_id: int | None
    posts: tuple[Post, ...]
    known: Person | None = None


@dataclass(frozen=True)
class PeoplePlan:
    """What the table does to the roster."""

    added: tuple[Entry, ...] = ()
    updated: tuple[Entry, ...] = ()
    unchanged: int = 0
    mistakes: tuple[Mistake, ...] = ()


def plan_people(rows: Sequence[Row], tree: UnitTree, roster: Roster) -> PeoplePlan:
    """The plan of the good rows, and the mistakes of the others by row; NotPossible when it is no such table."""
    check_columns(rows, PEOPLE_COLUMNS, ("name", "role"))
    checker = _Checker(tree)
    good = checker.agreeing([read for row in rows if (read := checker.read(row)) is not None])
    known = _Known(roster)
    matched = [(row, known.who(row)) for row in good]
    clashing = [mistake(row.number, "person-clash", value=row.name) for row, found in matched if len(found) > 1]
    entries = _entries([(row, found[0] if found else None) for row, found in matched if len(found) < 2])
    now = [(entry, known.posts(entry)) for entry in entries]
    whole_entries = [_with_kept_posts(entry, posts) for entry, posts in now]
    added = tuple(entry for entry in whole_entries if entry.known is None)
    updated = tuple(e for e, (_, posts) in zip(whole_entries, now, strict=True) if e.known and _differs(e, posts))
    told = sorted([*checker.mistakes, *clashing], key=lambda found: int(found.key))
    return PeoplePlan(added, updated, len(entries) - len(added) - len(updated), tuple(told))


def _with_kept_posts(entry: Entry, posts: tuple[Post, ...]) -> Entry:
    """What the table says replaces what was held, except that it makes no operator less."""
    kept = tuple(post for post in posts if post.role is Role.OPERATOR and post not in entry.posts)
    return replace(entry, posts=(*entry.posts, *kept))


def _differs(entry: Entry, posts: tuple[Post, ...]) -> bool:
    person = entry.known
    assert person is not None
    return (
        entry.name != person.name
        or entry.phone not in (None, person.phone)
        or entry.telegram_id not in (None, person.telegram_id)
        or set(entry.posts) != set(posts)
    )


def _entries(matched: Iterable[tuple[PersonRow, Person | None]]) -> list[Entry]:
    """One entry a person, whatever the number of their rows."""
    found: dict[object, Entry] = {}
    for row, person in matched:
        key: object = person.id if person else _identity(row)
        entry = found.get(key, Entry(row.name, row.phone, row.telegram_id, (), person))
        telegram_id = entry.telegram_id if entry.telegram_id is not None else row.telegram_id
        found[key] = replace(entry, posts=(*entry.posts, row.post), telegram_id=telegram_id)
    return list(found.values())


def _identity(row: PersonRow) -> object:
    return row.phone or row.telegram_id or (row.name, row.post.unit_id)


class _Known:
    """The roster by each of the ways in which a row may name somebody."""

    def __init__(self, roster: Roster) -> None:
        self._posts = {person.id: posts for person, posts in roster}
        self._phones = {person.phone: person for person, _ in roster if person.phone}
        self._accounts = {person.telegram_id: person for person, _ in roster if person.telegram_id is not None}
        self._names: dict[tuple[str, int | None], list[Person]] = {}
        for person, posts in roster:
            for unit in {post.unit_id for post in posts}:
                self._names.setdefault((person.name, unit), []).append(person)

    def who(self, row: PersonRow) -> list[Person]:
        """By number and by account; by name and unit only where one side has no number. Two: the row contradicts."""
        sure = [self._phones.get(row.phone or ""), self._accounts.get(row.telegram_id or 0)]
        found = list({person.id: person for person in sure if person is not None}.values())
        if found:
            return found
        named = self._names.get((row.name, row.post.unit_id), [])
        alike = [person for person in named if row.phone is None or person.phone is None]
        return alike if len(alike) == 1 else []

    def posts(self, entry: Entry) -> tuple[Post, ...]:
        """What the entry's person holds now."""
        return self._posts.get(entry.known.id, ()) if entry.known else ()


class _Checker:
    """Reads the rows one by one, then looks at them together."""

    def __init__(self, tree: UnitTree) -> None:
        self.tree = tree
        self.mistakes: list[Mistake] = []

    def read(self, row: Row) -> PersonRow | None:
        """What the row says; None when something is wrong with it."""
        before = len(self.mistakes)
        if row.formulas:
            self._tell(row, "table-formula", columns=", ".join(row.formulas))
        name = self._name(row)
        phone, telegram_id = self._phone(row), self._telegram_id(row)
        role, unit_id = self._role(row), self._unit(row)
        if role is not None and unit_id is None and role not in _ANYWHERE and len(self.mistakes) == before:
            self._tell(row, "person-unit-missing")
        if len(self.mistakes) > before or role is None:
            return None
        return PersonRow(row.number, name, phone, telegram_id, Post(role, unit_id))

    def _tell(self, row: Row, reason: str, **fields: object) -> None:
        self.mistakes.append(mistake(row.number, reason, **fields))

    def _name(self, row: Row) -> str:
        name = private(row.cell("name", PEOPLE_COLUMNS) or "")  # 张三13800000001: its number has a column
        if not name:
            self._tell(row, "person-name-missing")
        elif len(name) > MOST_NAME or "\n" in name:
            self._tell(row, "person-name-long", value=name, most=str(MOST_NAME))
        return name

    def _phone(self, row: Row) -> str | None:
        cell = row.cell("phone", PEOPLE_COLUMNS)
        phone = read_phone(cell) if cell else None
        if cell and phone is None:
            self._tell(row, "person-phone-bad", value=cell)
        return phone

    def _telegram_id(self, row: Row) -> int | None:
        cell = row.cell("telegram_id", PEOPLE_COLUMNS)
        if not cell:
            return None
        if cell.isascii() and cell.isdigit() and 0 < int(cell[:20]) < 1 << _TELEGRAM_BITS:
            return int(cell)
        self._tell(row, "person-telegram-bad", value=cell)
        return None

    def _role(self, row: Row) -> Role | None:
        cell = row.cell("role", PEOPLE_COLUMNS) or ""
        role = read_role(cell)
        if role is None:
            self._tell(row, "person-role-unknown" if cell else "person-role-missing", value=cell)
        return role

    def _unit(self, row: Row) -> int | None:
        """The unit's id; None is the whole town, written as nothing or as 全镇."""
        cell = row.cell("unit", PEOPLE_COLUMNS) or ""
        if not cell or cell.lower() in PURPOSE_WORDS:
            return None
        found = self.tree.named(cell)
        if len(found) != 1:
            self._tell(row, "person-unit-unclear" if found else "person-unit-unknown", value=cell)
        return found[0].id if len(found) == 1 else None

    def agreeing(self, rows: Sequence[PersonRow]) -> list[PersonRow]:
        """The rows that no row above contradicts: a number or an account is one person's, a post is given once."""
        kept: list[PersonRow] = []
        phones: dict[str, PersonRow] = {}
        accounts: dict[int, PersonRow] = {}
        posts: dict[tuple[object, Post], PersonRow] = {}
        for row in rows:
            by_phone = phones.setdefault(row.phone, row) if row.phone else row
            by_account = accounts.setdefault(row.telegram_id, row) if row.telegram_id is not None else row
            by_post = posts.setdefault((_identity(row), row.post), row)
            told = _contradiction(row, by_phone, by_account, by_post)
            if told is None:
                kept.append(row)
            else:
                self.mistakes.append(told)
        return kept


def _contradiction(row: PersonRow, phone: PersonRow, account: PersonRow, post: PersonRow) -> Mistake | None:
    """What the first row with the same number, account or post makes of this row."""
    if phone.name != row.name:
        return mistake(row.number, "person-phone-twice", value=masked(row.phone or ""), first=str(phone.number))
    if account is not row and _identity(account) != _identity(row):
        return mistake(row.number, "person-telegram-twice", value=str(row.telegram_id), first=str(account.number))
    if phone.telegram_id not in (None, row.telegram_id) and row.telegram_id is not None:
        return mistake(row.number, "person-two-accounts", value=row.name, first=str(phone.number))
    return mistake(row.number, "person-twice", value=row.name, first=str(post.number)) if post is not row else None
