"""The words by which people name roles and chats' purposes, in tables and commands."""

from collections.abc import Mapping

from domain.people import Place, Role

ROLE_WORDS: Mapping[str, Role] = {
    "warden": Role.WARDEN,
    "网格员": Role.WARDEN,
    "網格員": Role.WARDEN,
    "队员": Role.WARDEN,
    "lead": Role.LEAD,
    "unit lead": Role.LEAD,
    "负责人": Role.LEAD,
    "負責人": Role.LEAD,
    "单元负责人": Role.LEAD,
    "网格长": Role.LEAD,
    "leader": Role.LEADER,
    "领导": Role.LEADER,
    "領導": Role.LEADER,
    "片区领导": Role.LEADER,
    "包片领导": Role.LEADER,
    "inspector": Role.INSPECTOR,
    "督查": Role.INSPECTOR,
    "督查员": Role.INSPECTOR,
    "督查員": Role.INSPECTOR,
    "operator": Role.OPERATOR,
    "运维": Role.OPERATOR,
    "運維": Role.OPERATOR,
    "运维人员": Role.OPERATOR,
}

PURPOSE_WORDS: Mapping[str, Place] = {
    "command": Place.COMMAND,
    "指挥部": Place.COMMAND,
    "指揮部": Place.COMMAND,
    "town": Place.TOWN,
    "全镇": Place.TOWN,
    "全鎮": Place.TOWN,
    "none": Place.NONE,
    "解绑": Place.NONE,
    "解綁": Place.NONE,
}


def read_role(word: str) -> Role | None:
    """The role that the word names."""
    return ROLE_WORDS.get(" ".join(word.lower().split()))
