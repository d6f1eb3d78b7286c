"""Every setting of the installation; the town's own rules stand in town.toml."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import unquote

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.errors import Mistake, Mistakes
from storage.vault import Vault, read_keys

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOG_FORMATS = ("text", "json")
_ADDRESS = re.compile(r"(?:\[(?P<six>[0-9a-fA-F:]+)\]|(?P<host>[\w.-]+)):(?P<port>\d{1,5})")


# Telegram: 1 to 256 of these signs; a short one would be guessed.
_SECRET = r"[\w-]{16,256}"
_PASSWORD = re.compile(r"://[^:/@]*:([^@/]+)@")
_TOO_SHORT_TO_SEEK = 6
"""A shorter password would be found in every other word."""
_HTTPS = r"https://[^\s/]+(/\S*)?"
_HTTP = r"https?://[^\s/]+(/\S*)?"


@dataclass(frozen=True)
class Hook:
    """Where Telegram pushes (`url`), the secret that it shows, and where this process listens."""

    url: str
    secret: str = field(repr=False)
    host: str
    port: int


class Settings(BaseSettings):
    """Read from the environment, or from a file named .env. Each is explained in .env.example."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    telegram_token: SecretStr = Field(default=SecretStr(""), description="The bot's token from @BotFather.")
    telegram_api_url: str = Field(default="https://api.telegram.org", description="The Bot API server.")
    database_url: str = Field(default="sqlite:///gridwarden.db", description="Where everything is kept.")
    gridwarden_town: str = Field(default="town.toml", description="The town's rule book.")
    webhook_url: str = Field(default="", description="The address to which Telegram pushes; empty: the bot polls.")
    webhook_secret: SecretStr = Field(default=SecretStr(""), description="What Telegram shows with each push.")
    webhook_listen: str = Field(default="127.0.0.1:8081", description="Where this process takes the pushes in.")
    operator_ids: str = Field(default="", description="Telegram ids of the operators, separated by commas.")
    gridwarden_key: SecretStr = Field(
        default=SecretStr(""), description="Keys that seal what is private; the first one seals."
    )
    gridwarden_key_file: str = Field(default="", description="A file with such keys, a line each.")
    log_level: str = Field(default="INFO", description="DEBUG, INFO, WARNING or ERROR.")
    log_format: str = Field(default="text", description="text for people, json for programs.")
    health_listen: str = Field(default="", description="Where the pages for machines are served; empty: nowhere.")
    watchdog_seconds: int = Field(default=180, description="A part silent for so long ends the program; 0: never.")

    @field_validator("watchdog_seconds", mode="before")
    @classmethod
    def _whole(cls, value: object) -> object:
        """Mistakes where it is no number: the library's own words would be a trace."""
        if not str(value).isdecimal():
            raise Mistakes([Mistake("WATCHDOG_SECONDS", "not-a-number", {"value": str(value)})])
        return value

    @model_validator(mode="after")
    def _checked(self) -> Self:
        """Mistakes: what is wrong, each by the setting's name."""
        wrong = [Mistake("OPERATOR_IDS", "not-ids", {"value": self.operator_ids})] if not self._are_ids() else []
        for name, known in (("log_level", LOG_LEVELS), ("log_format", LOG_FORMATS)):
            value = getattr(self, name)
            if value not in (*known, *map(str.lower, known)):
                wrong.append(Mistake(name.upper(), "not-one-of", {"value": value, "known": ", ".join(known)}))
        wrong += self._wrong_keys() + self._wrong_webhook()
        if self.health_listen and not _ADDRESS.fullmatch(self.health_listen):
            wrong.append(Mistake("HEALTH_LISTEN", "not-a-place", {"value": self.health_listen}))
        if wrong:
            raise Mistakes(wrong)
        return self

    def _wrong_keys(self) -> list[Mistake]:
        try:
            read_keys(self.gridwarden_key.get_secret_value())
        except ValueError:
            return [Mistake("GRIDWARDEN_KEY", "not-a-key")]
        try:
            read_keys(self._key_file())
        except (ValueError, OSError):
            return [Mistake("GRIDWARDEN_KEY_FILE", "not-a-key-file", {"path": self.gridwarden_key_file})]
        return []

    def _wrong_webhook(self) -> list[Mistake]:
        """Telegram's own server pushes over HTTPS alone, and a secret that can be guessed is none."""
        if not self.webhook_url:
            return []
        official = "api.telegram.org" in self.telegram_api_url
        wrong = [] if re.fullmatch(_HTTPS if official else _HTTP, self.webhook_url) else ["webhook_url"]
        wrong += [] if re.fullmatch(_SECRET, self.webhook_secret.get_secret_value()) else ["webhook_secret"]
        wrong += [] if _ADDRESS.fullmatch(self.webhook_listen) else ["webhook_listen"]
        return [Mistake(name.upper(), f"not-a-{name.replace('_', '-')}") for name in wrong]

    @property
    def webhook(self) -> Hook | None:
        """Where Telegram pushes and where that is taken in; None when the bot polls."""
        if not self.webhook_url:
            return None
        host, _, port = self.webhook_listen.rpartition(":")
        return Hook(self.webhook_url, self.webhook_secret.get_secret_value(), host.strip("[]"), int(port))

    def _key_file(self) -> str:
        """The keys of the file; its lines that begin with # are remarks."""
        if not self.gridwarden_key_file:
            return ""
        lines = Path(self.gridwarden_key_file).read_text("utf-8").splitlines()
        return "\n".join(line for line in lines if not line.lstrip().startswith("#"))

    @property
    def vault(self) -> Vault:
        """What seals and opens what is private; without a key it lets all through."""
        return Vault(read_keys(f"{self.gridwarden_key.get_secret_value()} {self._key_file()}"))

    def _are_ids(self) -> bool:
        return all(word.isascii() and word.isdigit() for word in self.operator_ids.replace(",", " ").split())

    @property
    def operators(self) -> tuple[int, ...]:
        """The operators' Telegram ids."""
        return tuple(int(word) for word in self.operator_ids.replace(",", " ").split())

    @property
    def health(self) -> tuple[str, int] | None:
        """Host and port of the pages for machines; None when nobody asked for them."""
        place = _ADDRESS.fullmatch(self.health_listen)
        return None if place is None else (place["six"] or place["host"], int(place["port"]))

    @property
    def token(self) -> str:
        """The token in clear: for the line to Telegram alone, never for a log."""
        return self.telegram_token.get_secret_value()

    @property
    def secrets(self) -> tuple[str, ...]:
        """All that may stand in no log: token, webhook's secret, keys, the password of the database."""
        keys = f"{self.gridwarden_key.get_secret_value()} {self._key_file()}".replace(",", " ").split()
        passwords = [written for found in _PASSWORD.findall(self.database_url) for written in (found, unquote(found))]
        told = (self.token, self.webhook_secret.get_secret_value(), *keys, *passwords)
        return tuple(secret for secret in told if len(secret) >= _TOO_SHORT_TO_SEEK)

    @property
    def api_url(self) -> str:
        """The server's address without a closing slash."""
        return self.telegram_api_url.rstrip("/")
