"""The servers of language models that this server knows: rows of administrators, and what the environment names."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Database, KeyRing
from verbatim_enterprise.llm.models import API_KEY, EndpointKind, LlmEndpoint
from verbatim_enterprise.llm.settings import LlmSettings

_TTL_SECONDS: Final = 2.0
CONTEXT_TOKENS: Final = 32_768
"""How much a model reads and writes at once, where nobody said it."""
ADDRESSES: Final[Mapping[str, str]] = {
    EndpointKind.OPENAI: "https://api.openai.com/v1",
    EndpointKind.ANTHROPIC: "https://api.anthropic.com",
}
ENVIRONMENT_IDS: Final = ("openai", "anthropic", "generic_openai")


@dataclass(frozen=True)
class KnownModel:
    """A model of a server, as its provider calls it and as people read it."""

    name: str
    label: str
    context_tokens: int = CONTEXT_TOKENS


@dataclass(frozen=True)
class Known:
    """A server of language models with its key."""

    id: str
    name: str
    kind: str
    base_url: str
    key: str = field(repr=False)
    models: tuple[KnownModel, ...] = ()
    team_ids: frozenset[str] | None = None
    position: int = 100
    from_environment: bool = False

    def serves(self, team_id: str | None) -> bool:
        """Say whether a team may use it."""
        return self.team_ids is None or team_id in self.team_ids


def from_environment(settings: LlmSettings) -> list[Known]:
    """Return what the environment names."""
    told = (
        (EndpointKind.OPENAI, "OpenAI", "", settings.llm_openai_key, settings.llm_openai_model),
        (EndpointKind.ANTHROPIC, "Anthropic", "", settings.llm_anthropic_key, settings.llm_anthropic_model),
        (
            EndpointKind.GENERIC_OPENAI,
            "Language models",
            settings.llm_base_url,
            settings.llm_api_key,
            settings.llm_model,
        ),
    )
    found = []
    for place, (kind, name, url, secret, models) in enumerate(told):
        key = secret.get_secret_value()
        if not (url if kind is EndpointKind.GENERIC_OPENAI else key):
            continue
        names = [one.strip() for one in models.split(",") if one.strip()]
        known = tuple(KnownModel(one, one) for one in names)
        address = url or ADDRESSES[kind]
        found.append(Known(kind.value, name, kind, address, key, known, position=place, from_environment=True))
    return found


def from_row(row: LlmEndpoint, keys: KeyRing) -> Known:
    """Return a row with its key opened.

    Raises:
        SealError: it was sealed with a key that is not known any more.
    """
    key = "" if row.api_key is None else API_KEY.open(keys, row.id, row.api_key)
    models = tuple(KnownModel(**one) for one in row.models)
    teams = None if row.team_ids is None else frozenset(row.team_ids)
    return Known(row.id, row.name, row.kind, row.base_url, key, models, teams, row.position)


class KnownEndpoints:
    """All of them, remembered for two seconds."""

    def __init__(self, database: Database, keys: KeyRing, settings: LlmSettings) -> None:
        self._database = database
        self.keys = keys
        self._settings = settings
        self._read_at = 0.0
        self._found: list[Known] = []

    def forget(self) -> None:
        """Read them anew at the next use."""
        self._read_at = 0.0

    async def all(self) -> list[Known]:
        """Return those that are in use, in the order in which they are offered."""
        if time.monotonic() - self._read_at < _TTL_SECONDS and self._read_at:
            return self._found
        async with self._database.transaction(read_only=True) as session:
            rows = await self._rows(session)
        found = [*from_environment(self._settings), *(from_row(row, self.keys) for row in rows)]
        self._found, self._read_at = sorted(found, key=lambda one: one.position), time.monotonic()
        return self._found

    @staticmethod
    async def _rows(session: AsyncSession) -> list[LlmEndpoint]:
        wanted = select(LlmEndpoint).where(LlmEndpoint.enabled.is_(True)).order_by(LlmEndpoint.position, LlmEndpoint.id)
        return list(await session.scalars(wanted))


def stored_models(models: list[Any]) -> list[dict[str, Any]]:
    """Return models as rows keep them."""
    return [{"name": one.name, "label": one.label or one.name, "context_tokens": one.context_tokens} for one in models]
