"""Deadlines as leaders write them, read on Friday 2026-02-06 at 14:10."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import NotPossible
from domain.when import read_when

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 2, 6, 14, 10, 30, tzinfo=ZONE)

READ = """
明天12点前           02-07 12:00
明天 12 点 前        02-07 12:00
明天中午12点         02-07 12:00
明日中午             02-07 12:00
明天12:00            02-07 12:00
明天１２：００       02-07 12:00
明天的12点           02-07 12:00
后天上午10点         02-08 10:00
后天上午十点半       02-08 10:30
大后天               02-09 23:59
今晚8点              02-06 20:00
今晚八点一刻         02-06 20:15
晚8点                02-06 20:00
今晚12点             02-07 00:00
今天24点             02-07 00:00
后天24时             02-09 00:00
2月8日18:00          02-08 18:00
2月8日 18时          02-08 18:00
2月8号下午三点半     02-08 15:30
二月八日十八时       02-08 18:00
2月8日前             02-08 23:59
2/8                  02-08 23:59
2.8 18:00            02-08 18:00
2026-02-08           02-08 23:59
2026-2-7 9:30        02-07 09:30
2026年2月8日12:00    02-08 12:00
2月9日（周一）12点   02-09 12:00
明天（2月7日）18点   02-07 18:00
8日18点前报送        02-08 18:00
8号中午              02-08 12:00
5日                  03-05 23:59
18:30                02-06 18:30
15点                 02-06 15:00
下午3点              02-06 15:00
下午15点             02-06 15:00
下午                 02-06 18:00
今日下班前           02-06 18:00
明天下班前           02-07 18:00
明早                 02-07 09:00
明早8点              02-07 08:00
明天一早             02-07 09:00
明晚                 02-07 22:00
明天上午             02-07 12:00
明天凌晨2点          02-07 02:00
明天十点十分         02-07 10:10
明天三点三刻         02-07 03:45
明天中午1点          02-07 13:00
次日10点             02-07 10:00
当日18点             02-06 18:00
三日内               02-09 23:59
五天之内             02-11 23:59
一周内               02-13 23:59
一小时内             02-06 15:10
两个小时内           02-06 16:10
1个半小时内          02-06 15:40
半小时内             02-06 14:40
30分钟内             02-06 14:40
48小时内             02-08 14:10
立即                 02-06 15:10
马上办理             02-06 15:10
周五下午             02-06 18:00
周一                 02-09 23:59
下周一               02-09 23:59
下周五18点           02-13 18:00
下下周三             02-18 23:59
本周日               02-08 23:59
週日                 02-08 23:59
星期天晚上9点        02-08 21:00
礼拜天晚9点          02-08 21:00
周末                 02-08 23:59
本周内               02-08 23:59
月底前               02-28 23:59
务必于明天18：00前完成  02-07 18:00
最迟明天18点         02-07 18:00
请于2月7日17时30分前反馈  02-07 17:30
"""

UNREAD = (
    "", "无", "长期", "看情况", "昨天", "25点", "12", "点", "前", "的", "2月30日", "13月1日", "早上18点", "下午25点",
    "2月9日（周二）12点", "下下下周", "明天后天", "不限", "12:60", "有空的时候", "二十日点", "0天内", "三四天内",
)  # fmt: skip

PAST = ("今天8点", "上午9点", "12:00", "十二点", "2月5日", "1月3日", "凌晨2点", "2026-02-06 14:10", "本周三", "14点")


@pytest.mark.parametrize("line", READ.strip().splitlines(), ids=lambda line: line.split("  ")[0])
def test_a_deadline_in_words_or_figures_is_read(line: str) -> None:
    words, meant = line.rsplit("  ", 1)
    assert read_when(words.strip(), NOW) == datetime.strptime(f"2026-{meant.strip()} +0800", "%Y-%m-%d %H:%M %z")


@pytest.mark.parametrize("words", UNREAD)
def test_what_says_no_time_or_two_is_not_read(words: str) -> None:
    assert read_when(words, NOW) is None


@pytest.mark.parametrize("words", PAST)
def test_a_time_that_has_gone_by_is_refused(words: str) -> None:
    with pytest.raises(NotPossible) as refused:
        read_when(words, NOW)
    assert refused.value.key == "when-past"


def test_a_month_long_past_is_meant_of_the_next_year() -> None:
    december = datetime(2025, 12, 30, 9, 0, tzinfo=ZONE)
    assert read_when("1月5日12点", december) == datetime(2026, 1, 5, 12, 0, tzinfo=ZONE)


def test_the_end_of_december_is_the_end_of_the_year() -> None:
    assert read_when("月底", datetime(2025, 12, 3, tzinfo=ZONE)) == datetime(2025, 12, 31, 23, 59, tzinfo=ZONE)


def test_an_hour_is_an_hour_where_the_clocks_are_changed_meanwhile() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    before = datetime(2026, 3, 29, 1, 30, tzinfo=berlin)
    assert read_when("一小时内", before) == datetime(2026, 3, 29, 3, 30, tzinfo=berlin)


@given(st.text(alphabet="今明后天日月周下本一二三十0123456789点时分半:：前内小()（） 上中午晚", max_size=12))
def test_whatever_is_written_is_read_as_a_later_time_or_not_at_all(words: str) -> None:
    try:
        meant = read_when(words, NOW)
    except NotPossible:
        return
    assert meant is None or NOW < meant < NOW + timedelta(days=366 * 75)


@given(st.integers(1, 170 * 24 * 60))
def test_a_full_date_and_hour_is_read_back_as_it_was_written(minutes: int) -> None:
    meant = NOW.replace(second=0) + timedelta(minutes=minutes)
    assert read_when(f"{meant.month}月{meant.day}日{meant:%H:%M}", NOW) == meant
