"""The few words by which people say yes, or that they will leave it, in any script and in capitals or not."""

from domain.units import folded

_YES = frozenset({"yes", "y", "ok", "确认", "是"})
_LEAVE = frozenset({"取消", "算了", "/cancel", "cancel"})


_COURTESY = frozenset(
    {"好", "好的", "收到", "谢谢", "辛苦了", "嗯", "嗯嗯", "哦", "行", "知道了", "明白", "ok", "thanks", "thank you"}
)


def wants_something(text: str) -> bool:
    """Whether somebody seems to want something of the bot: not for 收到, 好的, 谢谢, nor for a lone sign."""
    return len(text.strip()) > 1 and folded(text.strip(" 。.!！~")) not in _COURTESY


def says_yes(text: str) -> bool:
    """Whether the text is a yes and nothing else."""
    return folded(text) in _YES


def leaves(text: str) -> bool:
    """Whether the text calls a dialogue off and says nothing else."""
    return folded(text) in _LEAVE
