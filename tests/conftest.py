"""Options and helpers of every test."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes what the program does now into the transcripts, for people to read the difference."""
    parser.addoption("--update", action="store_true", help="rewrite the program's part of the transcripts")
