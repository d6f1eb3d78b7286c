"""The few words by which people say yes, or that they will leave it, in any script and in capitals or not."""

from domain.units import folded

_YES = frozenset({"yes", "y", "ok", "确认", "是"})
_LEAVE = frozenset({"取消", "算了", "/cancel", "cancel"})


def says_yes(text: str) -> bool:
    """Whether the text is a yes and nothing else."""
    return folded(text) in _YES


def leaves(text: str) -> bool:
    """Whether the text calls a dialogue off and says nothing else."""
    return folded(text) in _LEAVE
