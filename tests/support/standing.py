"""Reports that stand without anybody having sent them."""

from storage import reports
from storage.reports import Report, Version
from storage.work import Work


async def enter(work: Work, report: Report) -> None:
    """The unit's day stands so, by a version that no statement made."""
    said = (report.values, report.cumulative, report.texts, report.zero)
    await reports.save(work, report)
    version = Version(report.version, *said, report.last_at, None, "", None, "report", "")
    await reports.save_version(work, report.day, report.unit_id, version)
