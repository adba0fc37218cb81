"""`/api/llm`: servers of language models, their prices, what is used of them and how much may be."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import Query, Request
from sqlalchemy import func, select

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import (
    Effect,
    ListResponse,
    MessageResponse,
    ModelCaller,
    Moment,
    PageDep,
    Permission,
    Router,
    after_commit,
    declares,
    requires,
    signed_in,
)
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.llm import budgets, endpoints
from verbatim_enterprise.llm.desk import MeteredDesk, payer_of
from verbatim_enterprise.llm.models import LlmPrice, LlmUsage
from verbatim_enterprise.llm.schemas import (
    BudgetCreate,
    BudgetListResponse,
    BudgetResponse,
    BudgetUpdate,
    EndpointCreate,
    EndpointListResponse,
    EndpointResponse,
    EndpointTestResponse,
    EndpointUpdate,
    LlmModelListResponse,
    LlmModelResponse,
    PriceCreate,
    PriceListResponse,
    PriceResponse,
    UsageResponse,
)
from verbatim_enterprise.llm.settings import LlmSettings
from verbatim_enterprise.system_session import SystemSession, system_transaction

LLM = entitled(Entitlement.LLM)
router = Router()
manage_router = Router(dependencies=[requires(Permission.SETTINGS_MANAGE), LLM])


def desk_of(request: Request) -> MeteredDesk:
    """Return the desk of the server that a request has reached."""
    desk: MeteredDesk = request.app.state.models
    return desk


def _settings() -> LlmSettings:
    return enterprise_settings().llm


@router.get("/models", dependencies=[requires(Permission.LLM_USE), LLM])
async def list_models(request: Request) -> LlmModelListResponse:
    """List the models that you may use in your team; the first answers when none is named."""
    found = await desk_of(request).models(ModelCaller("models", signed_in(request)))
    items = [
        LlmModelResponse(
            id=one.id,
            label=one.label,
            provider=one.provider,
            is_local=one.is_local,
            is_language_model=one.is_language_model,
            is_default=place == 0,
            context_tokens=one.context_tokens,
        )
        for place, one in enumerate(found)
    ]
    return LlmModelListResponse(items=items, total=len(items))


@router.get("/usage", dependencies=[requires(Permission.LLM_USE), LLM])
async def list_usage(
    request: Request,
    session: SystemSession,
    page: PageDep,
    team_id: Annotated[str | None, Query(max_length=36)] = None,
    user_id: Annotated[str | None, Query(max_length=36)] = None,
    model: Annotated[str | None, Query(max_length=240)] = None,
    start: Annotated[Moment | None, Query()] = None,
    end: Annotated[Moment | None, Query()] = None,
) -> ListResponse[UsageResponse]:
    """List calls of models, the newest first: your own in your team, and all of them for administrators."""
    who = signed_in(request)
    there = _between(start, end)
    if Permission.SETTINGS_MANAGE not in who.permissions:
        payer = payer_of(ModelCaller("usage", who))
        there += [LlmUsage.user_id == payer.user_id, LlmUsage.team_id == payer.team_id]
    for column, value in ((LlmUsage.team_id, team_id), (LlmUsage.user_id, user_id), (LlmUsage.model, model)):
        if value is not None:
            there.append(column == value)
    total = await session.scalar(select(func.count(LlmUsage.id)).where(*there)) or 0
    wanted = select(LlmUsage).where(*there).order_by(LlmUsage.started_at.desc(), LlmUsage.id.desc())
    rows = await session.scalars(wanted.offset(page.offset).limit(page.page_size))
    return ListResponse.of([UsageResponse.model_validate(row, from_attributes=True) for row in rows], total, page)


def _between(start: datetime | None, end: datetime | None) -> list[Any]:
    found = [] if start is None else [LlmUsage.started_at >= start]
    return found if end is None else [*found, LlmUsage.started_at < end]


@manage_router.get("/endpoints")
async def list_endpoints(session: SystemSession) -> EndpointListResponse:
    """List the servers of language models."""
    items = await endpoints.responses(session, _settings())
    return EndpointListResponse(items=items, total=len(items))


@manage_router.post("/endpoints", status_code=201)
async def create_endpoint(request: Request, session: SystemSession, body: EndpointCreate) -> EndpointResponse:
    """Add a server of language models. Its key is kept sealed and never shown."""
    desk = desk_of(request)
    row = await endpoints.create_endpoint(session, desk, body)
    after_commit(session, desk.endpoints.forget)
    return endpoints.response(row, set())


@manage_router.get("/endpoints/{llm_endpoint_id}")
async def get_endpoint(session: SystemSession, llm_endpoint_id: str) -> EndpointResponse:
    """Get one server of language models."""
    return endpoints.response(await endpoints.get_endpoint(session, llm_endpoint_id), set())


@manage_router.patch("/endpoints/{llm_endpoint_id}")
async def update_endpoint(
    request: Request, session: SystemSession, llm_endpoint_id: str, body: EndpointUpdate
) -> EndpointResponse:
    """Change a server of language models. With another address the key has to be given again."""
    desk = desk_of(request)
    row = await endpoints.get_endpoint(session, llm_endpoint_id)
    await endpoints.update_endpoint(session, desk, row, body)
    after_commit(session, desk.endpoints.forget)
    return endpoints.response(row, set())


@manage_router.delete("/endpoints/{llm_endpoint_id}")
async def delete_endpoint(request: Request, session: SystemSession, llm_endpoint_id: str) -> MessageResponse:
    """Remove a server of language models; what was used of it stays in the books."""
    await endpoints.delete_endpoint(session, await endpoints.get_endpoint(session, llm_endpoint_id))
    after_commit(session, desk_of(request).endpoints.forget)
    return MessageResponse(message="The server was removed.", id=llm_endpoint_id)


@manage_router.post("/endpoints/{llm_endpoint_id}/test", dependencies=[declares(Effect.READ)])
async def test_endpoint(request: Request, llm_endpoint_id: str) -> EndpointTestResponse:
    """Ask a server whether it takes the key, and which models it has. That costs nothing."""
    desk = desk_of(request)
    async with system_transaction(request.app.state.database, read_only=True) as session:
        found = await endpoints.known(session, desk, _settings(), llm_endpoint_id)
    return await endpoints.try_out(desk, found)


@manage_router.get("/prices")
async def list_prices(session: SystemSession) -> PriceListResponse:
    """List what models cost, and from when on."""
    wanted = select(LlmPrice).order_by(LlmPrice.endpoint_id, LlmPrice.model, LlmPrice.valid_from.desc()).limit(1000)
    items = [PriceResponse.model_validate(row, from_attributes=True) for row in await session.scalars(wanted)]
    return PriceListResponse(items=items, total=len(items))


@manage_router.post("/prices", status_code=201)
async def set_price(session: SystemSession, body: PriceCreate) -> PriceResponse:
    """Say what a model costs from a moment on."""
    return PriceResponse.model_validate(await endpoints.set_price(session, body), from_attributes=True)


@manage_router.get("/budgets")
async def list_budgets(session: SystemSession) -> BudgetListResponse:
    """List the budgets and how much of each is used."""
    items = await budgets.responses(session)
    return BudgetListResponse(items=items, total=len(items))


@manage_router.post("/budgets", status_code=201)
async def create_budget(session: SystemSession, body: BudgetCreate) -> BudgetResponse:
    """Make a budget; what was used in this period before counts."""
    return await budgets.response(session, await budgets.create_budget(session, body))


@manage_router.patch("/budgets/{llm_budget_id}")
async def update_budget(session: SystemSession, llm_budget_id: str, body: BudgetUpdate) -> BudgetResponse:
    """Change the limits of a budget."""
    row = await budgets.get_budget(session, llm_budget_id)
    await budgets.update_budget(session, row, body)
    return await budgets.response(session, row)


@manage_router.delete("/budgets/{llm_budget_id}")
async def delete_budget(session: SystemSession, llm_budget_id: str) -> MessageResponse:
    """Remove a budget; the usage stays."""
    await budgets.delete_budget(session, await budgets.get_budget(session, llm_budget_id))
    return MessageResponse(message="The budget was removed.", id=llm_budget_id)


router.include_router(manage_router)
