"""A Bot API server for one machine: what a newcomer runs first and what tests run against."""
