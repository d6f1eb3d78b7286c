"""Traditional Chinese is made from the simplified texts, by word: `python -m texts.traditional` writes it anew.

A test holds the two together, so that a new text needs writing once.
"""

import re
from functools import cache
from pathlib import Path

import opencc

SIMPLIFIED, TRADITIONAL = "zh-Hans", "zh-Hant"

# Where the conversion takes a word for a programmer's (釋出 for 發布, 物件 for 對象), which no office writes and the
# program does not read when people type it back; where it splits a word wrongly (回複); and the language's own name.
_BETTER = {
    "釋出": "發布",
    "發佈": "發布",
    "物件": "對象",
    "繫結": "綁定",
    "許可權": "權限",
    "全域性": "整體",
    "遮蔽": "封鎖",
    "回複": "回覆",
    "回復": "回覆",
    "響應": "回應",
    "反饋": "回饋",
    "發文件": "發檔案",
    "賬": "帳",
    "快鍾": "快鐘",
    "令牌": "權杖",
    "命令": "指令",
    "指令列": "命令列",
    "錯行": "錯列",
    "language-name = 簡體": "language-name = 繁體",
    "用簡體中文": "用繁體中文",
    "/language 簡體": "/language 简体",
}
# In a sheet, 列 and 行 mean the opposite of what they mean in simplified texts: 欄 is a column to everybody.
_IN_SHEETS = ((re.compile("列"), "欄"), (re.compile("(?<![也不進執])行"), "列"))
_OF_SHEETS = frozenset({"imports.ftl"})


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2twp")


def traditional(text: str) -> str:
    """The text in traditional script, with the words that its readers use."""
    converted = str(_converter().convert(text))
    for word, better in _BETTER.items():
        converted = converted.replace(word, better)
    return converted


def _file(source: Path) -> str:
    text = traditional(source.read_text("utf-8"))
    for sign, better in _IN_SHEETS if source.name in _OF_SHEETS else ():
        text = sign.sub(better, text)
    return text


def pairs(folder: Path) -> list[tuple[Path, str]]:
    """Each file of traditional texts that there must be, with what stands in it."""
    sources = sorted((folder / SIMPLIFIED).glob("*.ftl"))
    return [(folder / TRADITIONAL / source.name, _file(source)) for source in sources]


def main() -> None:
    """Write every file anew."""
    for path, text in pairs(Path(__file__).parent):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
