"""Good tables, to be spoilt."""

import io

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
    """Units and people, as .csv in two encodings and as .xlsx."""
    found = []
    for name, text in (("units", _UNITS), ("people", _PEOPLE)):
        found.append((f"{name}.csv", text.encode()))
        found.append((f"{name}.csv", text.encode("gb18030")))
        found.append((f"{name}.xlsx", _workbook(text)))
    return found


def _workbook(text: str) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in text.splitlines():
        sheet.append(line.split(","))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
