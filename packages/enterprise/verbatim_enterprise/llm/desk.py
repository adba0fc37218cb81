"""The desk of an organisation's server: models of this machine and of providers, each behind the meter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from verbatim_enterprise.adapters.llm.anthropic import AnthropicAdapter
from verbatim_enterprise.adapters.llm.generic_openai import GenericOpenAIAdapter
from verbatim_enterprise.adapters.llm.openai import OpenAIAdapter
from verbatim_enterprise.api_keys.bearer import KeyPrincipal
from verbatim_enterprise.auth.services import AUTH
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import (
    ChatCompletions,
    ChosenModel,
    Database,
    Door,
    IAIService,
    ModelCaller,
    ModelInfo,
    ModelUnknownError,
    Patience,
    RepeatedTask,
    Scope,
    scope_or_none,
)
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.verdict import LICENSE_SERVICES, LicenseServices
from verbatim_enterprise.llm.calls import Call
from verbatim_enterprise.llm.known import Known, KnownEndpoints, KnownModel
from verbatim_enterprise.llm.metering import Meter, MeteredService
from verbatim_enterprise.llm.models import EndpointKind
from verbatim_enterprise.llm.spending import Payer
from verbatim_enterprise.llm.stand_ins import Candidate, WithStandIns, within_ceiling
from verbatim_enterprise.llm.upkeep import SECONDS, look_after
from verbatim_enterprise.webhooks.addresses import Guard, RefusedAddressError
from verbatim_enterprise.webhooks.egress import open_session

ADAPTERS: Final[Mapping[str, type[ChatCompletions]]] = {
    EndpointKind.OPENAI: OpenAIAdapter,
    EndpointKind.ANTHROPIC: AnthropicAdapter,
    EndpointKind.GENERIC_OPENAI: GenericOpenAIAdapter,
}
_LONGEST_SECONDS: Final = 900.0


def payer_of(caller: ModelCaller) -> Payer:
    """Return who a call is for: the person, the team they work in, and the key that acts for them."""
    principal = caller.principal
    scope = scope_or_none() if principal is None else principal.scope
    team_id = scope.write if isinstance(scope, Scope) else None
    key_id = principal.key.id if isinstance(principal, KeyPrincipal) else None
    return Payer(None if principal is None else principal.id, team_id, key_id)


class MeteredDesk:
    """Interface ``llm_desk``. Nothing else in this program leads to a model of a provider."""

    def __init__(self, _settings: object, services: Mapping[str, IAIService]) -> None:
        self._own = dict(services)
        self._settings = enterprise_settings().llm
        self.guard = Guard(lambda: self._settings.llm_allow_private)
        patience = Patience(refused=(RefusedAddressError,))
        self.door = Door(lambda: open_session(self.guard, seconds=_LONGEST_SECONDS), patience)
        self.hasty = Door(lambda: self.door.session, replace(patience, tries=1))
        """For models that stand in: whoever asks has waited for another one already."""
        self.endpoints: KnownEndpoints
        self._database: Database
        self.meter: Meter
        self._licenses: LicenseServices
        self._upkeep: RepeatedTask | None = None

    async def start(self, app: Any) -> None:
        """Begin to settle what was lost, at once and from time to time."""
        database: Database = app.state.database
        self._database = database
        self.endpoints = KnownEndpoints(database, AUTH.of(app).keys, self._settings)
        self.meter = Meter(database, self._settings)
        self._licenses = LICENSE_SERVICES.of(app)
        self._upkeep = RepeatedTask(
            partial(look_after, database),
            name="llm",
            seconds=SECONDS,
            failed="llm_calls_not_settled",
            at_once=True,
        )
        self._upkeep.start()

    def adapter(self, endpoint: Known, door: Door | None = None) -> ChatCompletions:
        """Return the way to a server. What is asked this way is not counted: it is for trying an endpoint out."""
        return ADAPTERS[endpoint.kind](door or self.door, endpoint.base_url, endpoint.key)

    async def models(self, caller: ModelCaller) -> list[ModelInfo]:
        """Return the models that the caller may use, those of providers first."""
        found = [info for _, _, info in await self._of_providers(payer_of(caller))]
        own = [info for service in self._own.values() for info in await service.get_available_models()]
        return [*found, *sorted(own, key=lambda one: not one.is_language_model)]

    async def choose(self, caller: ModelCaller, model_id: str | None) -> ChosenModel:
        """Return a model behind the meter.

        Raises:
            ModelUnknownError: it does not exist, or is not for this caller.
            EntitlementMissingError: the licence does not include models of providers.
        """
        payer = payer_of(caller)
        for endpoint, model, info in await self._of_providers(payer):
            if model_id in (None, info.id, model.name):
                first = self._candidate(self.adapter(endpoint), endpoint.id, model.name, info, caller)
                if not self._settings.llm_fallback:
                    return ChosenModel(info, first.service)
                return ChosenModel(info, WithStandIns(first, partial(self._stand_ins, first, caller)))
        for name, service in sorted(self._own.items(), key=lambda one: one[0] != "local"):
            for info in await service.get_available_models():
                if model_id not in (None, info.id):
                    continue
                if not info.is_language_model:
                    return ChosenModel(info, service)
                return ChosenModel(info, self._candidate(service, name, info.label, info, caller).service)
        if await self._names(model_id):
            (await self._licenses.verdict()).demand(Entitlement.LLM)
        raise ModelUnknownError

    def _candidate(
        self, service: IAIService, endpoint_id: str, model: str, info: ModelInfo, caller: ModelCaller
    ) -> Candidate:
        call = Call(endpoint_id, model, info, caller.feature, payer_of(caller), caller.recording_id)
        return Candidate(info, endpoint_id, model, MeteredService(self.meter, service, call))

    async def _stand_ins(self, asked: Candidate, caller: ModelCaller) -> list[Candidate]:
        """Return what may answer in the place of a model: what the caller may use of what administrators named."""
        there: dict[str, Candidate] = {}
        for endpoint, model, info in await self._of_providers(payer_of(caller)):
            adapter = self.adapter(endpoint, self.hasty)
            there[info.id] = self._candidate(adapter, endpoint.id, model.name, info, caller)
        for name, service in self._own.items():
            for info in await service.get_available_models():
                if info.is_language_model:
                    there[info.id] = self._candidate(service, name, info.label, info, caller)
        names = dict.fromkeys(one.strip() for one in self._settings.llm_fallback.split(","))
        found = [there[name] for name in names if name in there and name != asked.info.id]
        return await within_ceiling(self._database, asked, found, self._settings.llm_fallback_ceiling)

    async def _of_providers(self, payer: Payer) -> list[tuple[Known, KnownModel, ModelInfo]]:
        if not await self._is_included():
            return []
        return [
            (one, model, info_of(one, model))
            for one in await self.endpoints.all()
            if one.serves(payer.team_id)
            for model in one.models
        ]

    async def _is_included(self) -> bool:
        return Entitlement.LLM in (await self._licenses.verdict()).entitlements

    async def _names(self, model_id: str | None) -> bool:
        return any(
            model_id in (info_of(one, model).id, model.name)
            for one in await self.endpoints.all()
            for model in one.models
        )

    async def close(self) -> None:
        """Let go of connections and processes."""
        if self._upkeep is not None:
            await self._upkeep.stop()
        await self.door.close()
        for service in self._own.values():
            await service.close()


def info_of(endpoint: Known, model: KnownModel) -> ModelInfo:
    """Return a model as people are shown it."""
    label = model.label if model.label != model.name else f"{model.name} ({endpoint.name})"
    return ModelInfo(
        f"{endpoint.id}/{model.name}", label, endpoint.kind, is_local=False, context_tokens=model.context_tokens
    )
