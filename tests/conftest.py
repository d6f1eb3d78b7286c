"""Options and helpers of every test."""

import os

import pytest
from hypothesis import settings

# The same examples every time, so that a red run can be repeated; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes what the program does now into the transcripts, for people to read the difference."""
    parser.addoption("--update", action="store_true", help="rewrite the program's part of the transcripts")
