"""The Excel workbook that a county office takes as it is: its sheets, written row by row while the days are read."""

from texts.workbook.writing import WorkbookFile

__all__ = ["WorkbookFile"]
