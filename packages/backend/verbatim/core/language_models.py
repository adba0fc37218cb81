"""Which language models somebody may ask, and how to get at one: the one gate that every call goes through.

Interface ``llm_desk``. The core's gives out what runs on this machine, to everybody. A plugin's takes its place when it
brings one: it decides who may use what, and counts what that costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from verbatim.adapters.llm.api import IAIService, ModelInfo
from verbatim.core.auth import Principal
from verbatim.core.errors import NotFoundError


class ModelUnknownError(NotFoundError):
    """There is no such language model, or you may not use it."""

    code = "llm_model_unknown"


@dataclass(frozen=True)
class ModelCaller:
    """On whose behalf a model is asked, and for what: ``feature`` is a word such as ``summary``, ``recording_id`` what
    it is about. ``principal`` is None for what the server does by itself, in the scope of an owner.
    """

    feature: str
    principal: Principal | None = None
    recording_id: str | None = None


@dataclass(frozen=True)
class ChosenModel:
    """A model with the way to it; ``service`` is asked without naming one. What it costs is counted by the way."""

    info: ModelInfo
    service: IAIService


class ModelDesk(Protocol):
    """Interface ``llm_desk``. What is registered is called with the settings and the services of interface ``llm``."""

    async def start(self, app: Any) -> None:
        """Be told of the server before its first request."""

    async def models(self, caller: ModelCaller) -> list[ModelInfo]:
        """Return the models that the caller may use, the one for those who name none first."""
        ...

    async def choose(self, caller: ModelCaller, model_id: str | None) -> ChosenModel:
        """Return a model for one use.

        Raises:
            ModelUnknownError: it does not exist, or is not for this caller.
        """
        ...

    async def close(self) -> None:
        """Let go of connections and processes."""


OWN: Final = "own"


class OwnModels:
    """The core's desk: models on this machine, and key sentences where there are none."""

    def __init__(self, _settings: object, services: Mapping[str, IAIService]) -> None:
        self._services = dict(services)

    async def start(self, app: Any) -> None:
        """Need nothing."""

    async def all(self) -> list[ChosenModel]:
        """Return everything there is, language models first."""
        found = [
            ChosenModel(info, service)
            for service in self._services.values()
            for info in await service.get_available_models()
        ]
        return sorted(found, key=lambda one: not one.info.is_language_model)

    async def models(self, _caller: ModelCaller) -> list[ModelInfo]:
        """Return everything there is: who reaches this server may use it."""
        return [one.info for one in await self.all()]

    async def choose(self, _caller: ModelCaller, model_id: str | None) -> ChosenModel:
        """Return a model, or the first when none is named."""
        for one in await self.all():
            if model_id in (None, one.info.id):
                return one
        raise ModelUnknownError

    async def close(self) -> None:
        """Close every service."""
        for service in self._services.values():
            await service.close()
