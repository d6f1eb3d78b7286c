"""A town that plays itself: a local Bot API server and synthetic wardens."""
