"""A language model on this machine: a file run in a process of ours, or a server that the administrator runs."""

from __future__ import annotations

import asyncio
import secrets
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import structlog

from verbatim.adapters.llm.api import (
    USUAL,
    ChatOptions,
    Ending,
    LanguageModelError,
    Message,
    ModelFailure,
    ModelInfo,
    Piece,
)
from verbatim.adapters.llm.by_chat import ByChat, generator
from verbatim.adapters.llm.chat_completions import ChatCompletions
from verbatim.adapters.llm.http import Door
from verbatim.core.lazy import lazy
from verbatim.core.process import child_environment, end_child

if TYPE_CHECKING:
    import aiohttp
else:
    aiohttp = lazy("aiohttp")

log = structlog.get_logger(__name__)

NAME: Final = "local"
_CHILD: Final = ("-P", "-m", "verbatim.adapters.llm.llama_child")
_START_SECONDS: Final = 300
"""A large file on a slow disk."""


@dataclass(frozen=True)
class LocalSettings:
    """What an administrator says of a local model: a file, or the address and model of a server."""

    file: str = ""
    url: str = ""
    model: str = ""
    context_tokens: int = 8192


class LlamaProcess:
    """llama.cpp's server in a process of ours, which ends with us. It answers nobody who does not know its key."""

    def __init__(self, file: Path, context_tokens: int) -> None:
        self.file = file
        self._context = context_tokens
        self._process: asyncio.subprocess.Process | None = None
        self._lock = asyncio.Lock()
        self.key = secrets.token_hex(16)
        self.url = ""

    async def ready(self) -> str:
        """Return the address of the server, started if it does not run.

        Raises:
            LanguageModelError: it does not start.
        """
        async with self._lock:
            if self._process is None or self._process.returncode is not None:
                await self._start()
        return self.url

    async def _start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, *_CHILD, str(self.file), str(self._context)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=child_environment() | {"LLAMA_CHILD_KEY": self.key},
            start_new_session=True,  # an interrupt at the terminal is for the server, which then ends its children
        )
        assert self._process.stdout is not None  # noqa: S101 - asked for above
        try:
            line = await asyncio.wait_for(self._process.stdout.readline(), _START_SECONDS)
        except TimeoutError:
            line = b""
        self.url = line.decode().strip()
        if not self.url.startswith("http://127.0.0.1:"):
            await self.close()
            log.error("local_model_does_not_start", file=str(self.file))
            raise LanguageModelError(ModelFailure.UNREACHABLE, f"The local model {self.file.name} does not start.")

    async def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            await end_child(process)


class LocalModel(ByChat):
    """Interface ``llm``, on this machine. What is set may change at any time, and is asked for at each use."""

    def __init__(self, settings: Callable[[], LocalSettings]) -> None:
        self._told = settings
        self._process: LlamaProcess | None = None
        self._door = Door(lambda: aiohttp.ClientSession(trust_env=False, cookie_jar=aiohttp.DummyCookieJar()))

    @property
    def obstacle(self) -> str | None:
        """Why there is no local model; None when there is one."""
        told = self._told()
        if told.url:
            return None if told.model else "VERBATIM_LLM_LOCAL_NAME has to say which model of the local server to ask."
        if not told.file:
            return "No local language model is set up: VERBATIM_LLM_LOCAL_MODEL names the file of one."
        if not Path(told.file).is_file():
            return f"There is no file {told.file} on this machine."
        if find_spec("xllamacpp") is None:
            return "Running a model's file needs the extra verbatim-backend[local-llm]."
        return None

    def context_of(self, _model: str | None) -> int:
        """Return how many tokens it can read and write at once."""
        return self._told().context_tokens

    async def chat_stream(
        self, messages: Sequence[Message], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Piece | Ending]:
        """Answer the last message, piece by piece."""
        del model  # there is one
        server = await self._server()
        async with aclosing(generator(server.chat_stream(messages, options))) as said:
            async for one in said:
                yield one

    async def _server(self) -> ChatCompletions:
        told = self._told()
        if (obstacle := self.obstacle) is not None:
            raise LanguageModelError(ModelFailure.UNREACHABLE, obstacle)
        if told.url:
            return ChatCompletions(self._door, told.url, model=told.model)
        if self._process is None or self._process.file != Path(told.file):
            if self._process is not None:
                await self._process.close()
            self._process = LlamaProcess(Path(told.file), told.context_tokens)
        return ChatCompletions(self._door, await self._process.ready(), self._process.key, Path(told.file).stem)

    async def get_available_models(self) -> list[ModelInfo]:
        """Return the one model, if there is one."""
        told = self._told()
        if self.obstacle is not None:
            return []
        label = told.model if told.url else Path(told.file).stem
        return [ModelInfo(NAME, f"{label} (on this machine)", NAME, is_local=True, context_tokens=told.context_tokens)]

    async def is_available(self) -> bool:
        """Say whether there is a model. It is not loaded for that."""
        return self.obstacle is None

    async def close(self) -> None:
        """End the process and let go of the connections."""
        await self._door.close()
        if self._process is not None:
            await self._process.close()
