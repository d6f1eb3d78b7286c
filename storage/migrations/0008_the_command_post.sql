-- The leaders' side: orders followed to their end, papers that end, levels of a county.

-- Papers that are over are found by their day.
CREATE INDEX papers_by_day ON papers (day);

-- People who were forgotten, whose names still have to be blotted out of printed papers; `paper` is how far it has got.
CREATE TABLE blots (
    person_id INTEGER PRIMARY KEY REFERENCES people (id),
    name TEXT NOT NULL,
    paper BIGINT NOT NULL DEFAULT 0
);
