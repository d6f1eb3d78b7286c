"""Good tables, to be spoilt."""

import io
import re
import zipfile

from openpyxl import Workbook

_UNITS = """编码,名称,上级,别名,是否上报,覆盖,标签
T0,东观镇,,,否,,
01,黄溪村,T0,黄溪、黄溪坪,是,,山区
02,东观社区,T0,,是,全部,城区
"""
_PEOPLE = """姓名,电话,单元,角色
张守田,13800000001,黄溪村,负责人
刘小妹,+86 138 0000 0002,黄溪村,网格员
王书记,13800000008,东观镇,领导
"""


def good_tables() -> list[tuple[str, bytes]]:
    """Units and people, as .csv in two encodings and as .xlsx, with its words in the cells and beside the sheet."""
    found = []
    for name, text in (("units", _UNITS), ("people", _PEOPLE)):
        found.append((f"{name}.csv", text.encode()))
        found.append((f"{name}.csv", text.encode("gb18030")))
        found.append((f"{name}.xlsx", _workbook(text)))
        found.append((f"{name}.xlsx", _shared(_workbook(text))))
    return found


def _workbook(text: str) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in text.splitlines():
        sheet.append(line.split(","))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRINGS = f'Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"'
_STRINGS_TYPE = 'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"'
_IN_CELL = re.compile(r't="inlineStr"><is><t[^>]*>([^<]*)</t></is>')


def _shared(workbook: bytes) -> bytes:
    """The same workbook as spreadsheets write it: each word once, in a part of its own."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as own:
        parts = {name: own.read(name).decode() for name in own.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    words = list(dict.fromkeys(_IN_CELL.findall(sheet)))
    assert words
    parts["xl/worksheets/sheet1.xml"] = _IN_CELL.sub(lambda cell: f't="s"><v>{words.index(cell[1])}</v>', sheet)
    listed = "".join(f"<si><t>{word}</t></si>" for word in words)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{listed}</sst>'
    for name, end, one in (
        ("xl/_rels/workbook.xml.rels", "</Relationships>", f'<Relationship Id="rId9" {_STRINGS}/>'),
        ("[Content_Types].xml", "</Types>", f'<Override PartName="/xl/sharedStrings.xml" {_STRINGS_TYPE}/>'),
    ):
        parts[name] = parts[name].replace(end, one + end)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        for name, part in parts.items():
            whole.writestr(name, part)
    return made.getvalue()
