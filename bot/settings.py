"""Every setting of the installation; the town's own rules stand in town.toml."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from the environment, or from a file named .env. Each is explained in .env.example."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    telegram_token: SecretStr = Field(default=SecretStr(""), description="The bot's token from @BotFather.")
    telegram_api_url: str = Field(default="https://api.telegram.org", description="The Bot API server.")
    database_url: str = Field(default="sqlite:///gridwarden.db", description="Where everything is kept.")
    gridwarden_town: str = Field(default="town.toml", description="The town's rule book.")
    operator_ids: str = Field(default="", description="Telegram ids of the operators, separated by commas.")
    log_level: str = Field(default="INFO", description="DEBUG, INFO, WARNING or ERROR.")
    log_format: str = Field(default="text", description="text for people, json for programs.")

    @property
    def operators(self) -> tuple[int, ...]:
        """The operators' Telegram ids."""
        return tuple(int(word) for word in self.operator_ids.replace(",", " ").split())

    @property
    def token(self) -> str:
        """The token in clear: for the line to Telegram alone, never for a log."""
        return self.telegram_token.get_secret_value()

    @property
    def api_url(self) -> str:
        """The server's address without a closing slash."""
        return self.telegram_api_url.rstrip("/")
