"""Servers of language models: adding, changing, trying out."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import LanguageModelError, emit, new_id, utcnow
from verbatim_enterprise.llm.desk import MeteredDesk, info_of
from verbatim_enterprise.llm.errors import (
    EndpointAddressError,
    EndpointFromEnvironmentError,
    EndpointNotFoundError,
    TooManyEndpointsError,
)
from verbatim_enterprise.llm.events import LlmEndpointCreated, LlmEndpointDeleted, LlmEndpointUpdated, LlmPriceSet
from verbatim_enterprise.llm.known import (
    ADDRESSES,
    ENVIRONMENT_IDS,
    Known,
    KnownModel,
    from_environment,
    from_row,
    stored_models,
)
from verbatim_enterprise.llm.models import API_KEY, LlmEndpoint, LlmPrice
from verbatim_enterprise.llm.schemas import (
    EndpointCreate,
    EndpointModelResponse,
    EndpointResponse,
    EndpointTestResponse,
    EndpointUpdate,
    PriceCreate,
)
from verbatim_enterprise.llm.settings import LlmSettings
from verbatim_enterprise.webhooks.addresses import Guard, RefusedAddressError

MOST = 100


async def get_endpoint(session: AsyncSession, endpoint_id: str) -> LlmEndpoint:
    """Return a row.

    Raises:
        EndpointNotFoundError: there is none.
        EndpointFromEnvironmentError: the environment sets it up.
    """
    if endpoint_id in ENVIRONMENT_IDS:
        raise EndpointFromEnvironmentError
    found: LlmEndpoint | None = await session.scalar(select(LlmEndpoint).where(LlmEndpoint.id == endpoint_id))
    if found is None:
        raise EndpointNotFoundError
    return found


def _address(guard: Guard, url: str | None, kind: str) -> str:
    given = url or ADDRESSES.get(kind, "")
    try:
        return str(guard.check_url(given))
    except RefusedAddressError as error:
        said = str(error).replace("A webhook's address", "The address")
        raise EndpointAddressError(
            f"{said} VERBATIM_LLM_ALLOW_PRIVATE opens private networks to language models."
        ) from error


async def create_endpoint(session: AsyncSession, desk: MeteredDesk, body: EndpointCreate) -> LlmEndpoint:
    """Add a server.

    Raises:
        EndpointAddressError, TooManyEndpointsError
    """
    if (await session.scalar(select(func.count(LlmEndpoint.id))) or 0) >= MOST:
        raise TooManyEndpointsError
    endpoint_id = new_id()
    row = LlmEndpoint(
        id=endpoint_id,
        name=body.name,
        kind=body.kind.value,
        base_url=_address(desk.guard, body.base_url, body.kind.value),
        api_key=_sealed(desk, endpoint_id, body.api_key.get_secret_value() if body.api_key else ""),
        models=stored_models(body.models),
        team_ids=body.team_ids,
        enabled=body.enabled,
        position=body.position,
    )
    session.add(row)
    await session.flush()
    await emit(session, LlmEndpointCreated(llm_endpoint_id=row.id, name=row.name))
    return row


def _sealed(desk: MeteredDesk, endpoint_id: str, key: str) -> str | None:
    return API_KEY.seal(desk.endpoints.keys, endpoint_id, key) if key else None


async def update_endpoint(session: AsyncSession, desk: MeteredDesk, row: LlmEndpoint, body: EndpointUpdate) -> None:
    """Change a server. With another address it loses its key, unless that is given again: nobody who may change an
    address learns a key by having it sent to them.

    Raises:
        EndpointAddressError: the address cannot be used.
    """
    if body.base_url is not None and (address := _address(desk.guard, body.base_url, row.kind)) != row.base_url:
        row.base_url, row.api_key = address, None
    if body.api_key is not None:
        row.api_key = _sealed(desk, row.id, body.api_key.get_secret_value())
    if body.models is not None:
        row.models = stored_models(body.models)
    for name in ("name", "enabled", "position"):
        if (value := getattr(body, name)) is not None:
            setattr(row, name, value)
    if "team_ids" in body.model_fields_set:
        row.team_ids = body.team_ids
    row.updated_at = utcnow()
    await session.flush()
    await emit(session, LlmEndpointUpdated(llm_endpoint_id=row.id, name=row.name))


async def delete_endpoint(session: AsyncSession, row: LlmEndpoint) -> None:
    """Remove a server; what was used of it stays in the books."""
    event = LlmEndpointDeleted(llm_endpoint_id=row.id, name=row.name)
    await session.delete(row)
    await session.flush()
    await emit(session, event)


async def known(session: AsyncSession, desk: MeteredDesk, settings: LlmSettings, endpoint_id: str) -> Known:
    """Return a server with its key, from wherever it is set up.

    Raises:
        EndpointNotFoundError: there is none.
    """
    for one in from_environment(settings):
        if one.id == endpoint_id:
            return one
    if endpoint_id in ENVIRONMENT_IDS:
        raise EndpointNotFoundError
    return from_row(await get_endpoint(session, endpoint_id), desk.endpoints.keys)


async def try_out(desk: MeteredDesk, endpoint: Known) -> EndpointTestResponse:
    """Ask a server which models it has: that costs nothing, and needs the key."""
    try:
        names = await desk.adapter(endpoint).names()
    except LanguageModelError as error:
        return EndpointTestResponse(ok=False, detail=str(error), models=[])
    return EndpointTestResponse(ok=True, detail=f"It answers and has {len(names)} models.", models=names)


async def responses(session: AsyncSession, settings: LlmSettings) -> list[EndpointResponse]:
    """Return all servers as the API shows them."""
    priced = {(one.endpoint_id, one.model) for one in await session.scalars(select(LlmPrice))}
    found = [_response(one, priced, enabled=True) for one in from_environment(settings)]
    wanted = select(LlmEndpoint).order_by(LlmEndpoint.position, LlmEndpoint.created_at, LlmEndpoint.id)
    return [*found, *[response(row, priced) for row in await session.scalars(wanted)]]


def response(row: LlmEndpoint, priced: set[tuple[str, str]]) -> EndpointResponse:
    """Return a row as the API shows it."""
    models = tuple(KnownModel(**one) for one in row.models)
    teams = None if row.team_ids is None else frozenset(row.team_ids)
    shown = Known(row.id, row.name, row.kind, row.base_url, row.api_key or "", models, teams, row.position)
    return _response(shown, priced, enabled=row.enabled)


def _response(one: Known, priced: set[tuple[str, str]], *, enabled: bool) -> EndpointResponse:
    return EndpointResponse(
        id=one.id,
        name=one.name,
        kind=one.kind,
        base_url=one.base_url,
        has_key=bool(one.key),
        models=[
            EndpointModelResponse(
                id=info_of(one, model).id,
                name=model.name,
                label=model.label,
                context_tokens=model.context_tokens,
                priced=(one.id, model.name) in priced,
            )
            for model in one.models
        ],
        team_ids=None if one.team_ids is None else sorted(one.team_ids),
        enabled=enabled,
        position=one.position,
        source="environment" if one.from_environment else "database",
    )


async def set_price(session: AsyncSession, body: PriceCreate) -> LlmPrice:
    """Say what a model costs from a moment on; what was said of the same moment before is replaced."""
    at = body.valid_from or utcnow()
    there = (LlmPrice.endpoint_id == body.endpoint_id, LlmPrice.model == body.model, LlmPrice.valid_from == at)
    row: LlmPrice | None = await session.scalar(select(LlmPrice).where(*there))
    if row is None:
        row = LlmPrice(id=new_id(), endpoint_id=body.endpoint_id, model=body.model, valid_from=at)
        session.add(row)
    row.input_micros, row.output_micros = body.input_micros, body.output_micros
    row.cached_micros = body.input_micros if body.cached_micros is None else body.cached_micros
    await session.flush()
    await emit(session, LlmPriceSet(llm_price_id=row.id, model=row.model))
    return row
