"""Schema, unit of work, and one file of questions and writes a subject. All SQL lives here."""
