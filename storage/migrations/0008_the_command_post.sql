-- The leaders' side: orders followed to their end, papers that end, levels of a county.

-- Papers that are over are found by their day.
CREATE INDEX papers_by_day ON papers (day);
