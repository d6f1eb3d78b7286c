"""The many styles in which wardens type the same truth."""

import random
from collections.abc import Mapping
from dataclasses import replace

from drill.wardens.said import Relay, Said
from drill.wardens.styles import spoken, written
from drill.wardens.styles.doubtful import doubtful, with_unknown
from drill.wardens.styles.special import Rendering, addition, chatter, correction, relay, zero_report
from drill.wardens.styles.wording import Scene

STYLES: Mapping[str, Rendering] = {
    one.__name__: one
    for one in (
        written.labelled,
        written.bracketed_measures,
        written.one_liner,
        written.number_first,
        written.keycaps,
        written.slashes,
        written.table,
        written.chinese_numerals,
        written.sections,
        written.today_and_total,
        written.side_by_side,
        written.noisy,
        written.stray_spaces,
        spoken.prose,
        spoken.dictated,
        spoken.one_two_three,
        spoken.traditional,
        spoken.traditional_wide,
        spoken.mixed_scripts,
        spoken.corrects_itself,
        spoken.none_of_these,
    )
}


def render(scene: Scene, rng: random.Random, style: str | None = None) -> Said:
    """The facts as a plain report in that style, or in any: nothing in it needs a question."""
    name = style or rng.choice(list(STYLES))
    return signed(STYLES[name](scene, rng), scene, name)


def signed(said: Said, scene: Scene, style: str) -> Said:
    """The message with its unit and style noted."""
    return replace(said, unit=scene.code, day=scene.facts.day, style=style)


__all__ = [
    "STYLES",
    "Relay",
    "Said",
    "Scene",
    "addition",
    "chatter",
    "correction",
    "doubtful",
    "relay",
    "render",
    "signed",
    "with_unknown",
    "zero_report",
]
