"""Whoever gets hold of the database's files alone reads no word that anybody wrote."""

from pathlib import Path

from tests.security.test_forgetting import MORNING, SIGNS, left_in, lives
from tests.support import databases
from tests.support.stage import Stage, open_stage

NEAR = "黄西村"
NOBODYS = "暗号甲村"
PHRASE = "出动暗号乙车"


async def teaches(stage: Stage) -> list[str]:
    """Somebody teaches a name of a unit and a word of their own; the buttons that they are then shown."""
    telegram, zhang = stage.telegram, stage.cast.people["张守田"]
    private = telegram.private(zhang)
    shown: list[str] = []
    for words, press in (
        (f"{NEAR} 入户86户", "是"),
        (f"入户86户，{PHRASE}4次", "就是：广播宣传"),
        (f"#接龙\n1. {NOBODYS} 入户3户\n2. 黄溪村 入户87户", ""),
        ("/aliases", ""),
    ):
        telegram.say(zhang, private, words)
        await stage.settle()
        asked = telegram.last(private)
        shown += [label for row in asked.buttons for label, _ in row]
        if press:
            telegram.press_label(zhang, asked, press)
            await stage.settle()
    return shown


@databases.only_a_file
async def test_with_a_key_no_word_that_people_wrote_or_taught_stands_in_the_file(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        shown = await teaches(stage)
        await lives(stage, stage.cast.people["刘小妹"])
        assert {f"{NOBODYS}不报", f"删 {NEAR}"} <= set(shown)
        assert any(label.startswith(f"删 {PHRASE}") for label in shown)
        assert left_in(tmp_path, *SIGNS, NEAR, NOBODYS, PHRASE) == set()
