"""The bot under drill: the real program as a process of its own, started, killed and stopped by its id."""

import asyncio
import os
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path

STOP_SECONDS = 20.0


class Failed(Exception):
    """A job of the program ended with another status than 0; its last words are told."""


class Program:
    """The program's jobs, run in a folder with an environment; what it says goes to a log file there."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        self._command = list(command)
        self._folder = folder
        self.environment = {**os.environ, **environment}
        self.log = "bot.log"
        self._process: asyncio.subprocess.Process | None = None

    async def job(self, *words: str) -> str:
        """Run a job to its end; what it printed. Failed when it refuses."""
        process = await asyncio.create_subprocess_exec(
            *self._command,
            *words,
            cwd=self._folder,
            env=self.environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        if process.returncode != 0:
            raise Failed(f"{' '.join(words)}: {err.decode(errors='replace').strip() or out.decode(errors='replace')}")
        return out.decode()

    async def start(self, *words: str) -> None:
        """Start the job that goes on."""
        with (self._folder / self.log).open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, *words, cwd=self._folder, env=self.environment, stdout=log, stderr=log
            )

    @property
    def pid(self) -> int | None:
        """The number of the process that runs, None when none does."""
        return None if self._process is None or self._process.returncode is not None else self._process.pid

    @property
    def ended(self) -> int | None:
        """The exit status if it has ended by itself, else None."""
        return None if self._process is None else self._process.returncode

    async def strike(self, *words: str) -> None:
        """Kill it, and start it again at once."""
        await self.kill()
        await self.start(*words)

    async def kill(self) -> None:
        """End it at once, as a power cut would."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """Ask it to end, and see that it does."""
        await self._end(signal.SIGTERM)

    async def _end(self, wish: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None or process.returncode is not None:
            return
        process.send_signal(wish)
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
