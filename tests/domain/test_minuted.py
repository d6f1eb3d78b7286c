"""Decisions as tasks: by when and for whom, read on Friday 2026-02-06 at 18:10."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.minuted import as_task
from domain.units import Unit, UnitTree

NOW = datetime(2026, 2, 6, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TREE = UnitTree.of(
    [
        Unit(1, "T0", "东观镇", reports=False),
        Unit(2, "A1", "东片", parent_id=1, reports=False),
        Unit(3, "01", "黄溪村", parent_id=2, aliases=("黄溪",), tags=("沿河",)),
        Unit(4, "02", "东观社区", parent_id=2),
        Unit(5, "03", "红星村", parent_id=1),
    ]
)
POSTS = {"李片长": [2], "周桂兰": [5], "王书记": [1]}


@pytest.mark.parametrize(
    ("text", "audience", "due"),
    [
        ("黄溪、红星村2月8日18点前完成排查", ("黄溪村", "红星村"), "02-08 18:00"),
        ("东片三日内清完垃圾", ("东片",), "02-09 23:59"),
        ("沿河各村明早8点前到点位", ("沿河",), "02-07 08:00"),
        ("李片长负责明天12点前把物资送到位", ("东片",), "02-07 12:00"),
        ("周桂兰牵头下周一前核对台账", ("红星村",), "02-09 23:59"),
        ("东观社区明天开会，2月10日前报名单", ("东观社区",), "02-10 23:59"),
        ("东观镇全镇今晚8点停业", (), "02-06 20:00"),
        ("今晚起各卡点夜班增加1人", (), ""),
        ("口罩优先发给卡点和隔离户", (), ""),
        ("昨天的台账2月5日前补齐", (), ""),
        ("王书记到场督促", (), ""),
    ],
)
def test_a_decision_says_for_whom_and_by_when(text: str, audience: tuple[str, ...], due: str) -> None:
    draft = as_task(text, NOW, TREE, POSTS)
    assert (draft.title, draft.audience) == (text, audience)
    assert ("" if draft.due is None else f"{draft.due:%m-%d %H:%M}") == due


def test_photos_are_asked_where_the_decision_says_so() -> None:
    assert as_task("逐户复核，照片留底。", NOW, TREE, POSTS).photo
    assert not as_task("逐户复核", NOW, TREE, POSTS).photo


def test_of_a_long_decision_nothing_is_lost() -> None:
    text = "逐户复核返乡人员信息，" * 12
    draft = as_task(text, NOW, TREE, POSTS)
    assert len(draft.title) <= 80
    assert draft.body == text.strip()
