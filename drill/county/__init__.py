"""A county of three levels for the drill: towns, villages, cells, each closing at its own hour."""
