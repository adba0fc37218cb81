"""Language models: what the meter adds to a streamed call, whether budgets hold, what becomes of broken streams."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from figures import Figure
from harness import ROOT
from support.model_server import GOOD_KEY, ModelServer, model_server
from support.postgres import PostgresServer

NAMES = ("llm_added_ms", "budget_overshoot", "llm_broken_streams")

ADDED_BAR = 3.0
BLOCKS, IN_BLOCK = 15, 20
AT_ONCE, WORTH, FEWEST = 500, 10, 9
TOKENS = (400, 30)
QUESTION = "abc" * (TOKENS[0] - 6)
"""As long as the server says it is: a budget holds for what the text of a question can cost."""
COST = TOKENS[0] + 2 * TOKENS[1]
BROKEN, BROKEN_AT_ONCE = 900, 30
KILLED = 100
PIECES, PAUSE = 200, 0.01
TOKEN_BAR = 1.0


@dataclass
class Ground:
    """A database, the meter on it, and the way to a model in this process."""

    url: str
    database: Any
    meter: Any
    adapter: Any
    call: Any
    models: ModelServer

    def metered(self) -> Any:
        from verbatim_enterprise.llm.metering import MeteredService  # noqa: PLC0415

        return MeteredService(self.meter, self.adapter, self.call)


async def run() -> list[Figure]:
    postgres = PostgresServer.start(durable=True)
    try:
        figures = []
        for measure in (added, overshoot, broken):
            with tempfile.TemporaryDirectory() as folder, postgres.temporary_database() as url:
                async with ground(url, Path(folder)) as there:
                    figures += await measure(there)
        return figures
    finally:
        postgres.stop()


@contextlib.asynccontextmanager
async def ground(url: str, folder: Path) -> AsyncIterator[Ground]:
    """Open a migrated database and a server of models."""
    os.environ |= {"VERBATIM_SECRET_KEY": secrets.token_urlsafe(48), "VERBATIM_DATA_DIR": str(folder)}
    from verbatim.config import Mode, Settings  # noqa: PLC0415
    from verbatim.core.migrate import migrate  # noqa: PLC0415
    from verbatim.registration import build_registry  # noqa: PLC0415
    from verbatim.runtime import build_runtime  # noqa: PLC0415
    from verbatim_enterprise.plugin import EnterprisePlugin  # noqa: PLC0415

    options = Settings(mode=Mode.ENTERPRISE, data_dir=folder, database_url=url)
    runtime = build_runtime(options, build_registry(options, [EnterprisePlugin()]))
    await migrate(runtime.database.engine, runtime.database_adapter, runtime.migrations)
    async with model_server() as models:
        models.tokens = TOKENS
        there = make(url, runtime.database, models)
        yield there
        await there.adapter.close()
    await runtime.database.close()


def make(url: str, database: Any, models: Any) -> Ground:
    """Return the ground on an open database."""
    import aiohttp  # noqa: PLC0415
    from verbatim_enterprise.adapters.llm.generic_openai import GenericOpenAIAdapter  # noqa: PLC0415
    from verbatim_enterprise.host import Door, ModelInfo  # noqa: PLC0415
    from verbatim_enterprise.llm.calls import Call  # noqa: PLC0415
    from verbatim_enterprise.llm.metering import Meter  # noqa: PLC0415
    from verbatim_enterprise.llm.settings import LlmSettings  # noqa: PLC0415
    from verbatim_enterprise.llm.spending import Payer  # noqa: PLC0415

    def session() -> aiohttp.ClientSession:
        return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    info = ModelInfo("one/garden-1", "Garden", "generic_openai", is_local=False)
    call = Call("one", "garden-1", info, "bench", Payer("user", "team", None), None)
    adapter = GenericOpenAIAdapter(Door(session), models.url, GOOD_KEY)
    return Ground(url, database, Meter(database, LlmSettings()), adapter, call, models)


async def prepare(there: Ground, *limits: tuple[str, str, int | None]) -> None:
    """Name a price, and make budgets."""
    from verbatim_enterprise.host import new_id, utcnow  # noqa: PLC0415
    from verbatim_enterprise.llm.models import LlmBudget, LlmPrice  # noqa: PLC0415
    from verbatim_enterprise.system_session import system_transaction  # noqa: PLC0415

    async with system_transaction(there.database) as session:
        prices = {"input_micros": 10**6, "output_micros": 2 * 10**6, "cached_micros": 10**6}
        row = {"id": new_id(), "endpoint_id": "one", "model": "garden-1", "valid_from": utcnow()}
        session.add(LlmPrice(**row, **prices))
        for scope, scope_id, limit in limits:
            budget = {"scope": scope, "scope_id": scope_id, "period": "month", "limit_micros": limit}
            session.add(LlmBudget(id=new_id(), **budget))


async def stream(service: Any) -> tuple[float, float, float]:
    """Ask once. Returns the seconds to the first piece, to the last that is given, and until all is settled."""
    from verbatim_enterprise.host import ChatMessage, ChatOptions, as_system  # noqa: PLC0415

    started, first, last = time.perf_counter(), 0.0, 0.0
    with as_system("benchmark"):
        async for _ in service.chat_stream([ChatMessage("user", QUESTION)], ChatOptions(max_tokens=200)):
            last = time.perf_counter() - started
            first = first or last
    return first, last, time.perf_counter() - started


async def added(there: Ground) -> list[Figure]:
    """Time the same streamed call with and without the meter, three budgets on, in turns."""
    await prepare(there, ("installation", "", 10**12), ("team", "team", 10**12), ("user", "user", 10**12))
    there.models.answer = [f"piece {n} " for n in range(50)]
    ways: dict[str, tuple[Callable[[], Any], list[tuple[float, float, float]]]] = {
        "bare": (lambda: there.adapter, []),
        "metered": (there.metered, []),
    }
    for make_service, _ in ways.values():
        await stream(make_service())
    for _ in range(BLOCKS):
        for make_service, taken in ways.values():
            taken += [await stream(make_service()) for _ in range(IN_BLOCK)]
    first, total, settled = (
        [statistics.median(one[at] for one in ways[way][1]) * 1000 for way in ways] for at in (0, 1, 2)
    )
    worst = max(first[1] - first[0], total[1] - total[0])
    return [
        Figure("llm_added_ms", worst, "ms", limit=ADDED_BAR),
        Figure("llm_added_ms.first_byte", first[1] - first[0], "ms"),
        Figure("llm_added_ms.total", total[1] - total[0], "ms"),
        Figure("llm_added_ms.settled", settled[1] - settled[0], "ms"),
        Figure("llm_added_ms.metered_total", total[1], "ms", rival=total[0]),
    ]


async def overshoot(there: Ground) -> list[Figure]:
    """Let very many ask at once on a budget that is worth a few calls."""
    from verbatim_enterprise.llm.errors import BudgetExhaustedError  # noqa: PLC0415

    limit = WORTH * COST + 200
    await prepare(there, ("installation", "", limit))

    async def ask() -> bool:
        try:
            await stream(there.metered())
        except BudgetExhaustedError:
            return False
        return True

    started = time.perf_counter()
    admitted = sum(await asyncio.gather(*(ask() for _ in range(AT_ONCE))))
    seconds = time.perf_counter() - started
    used, reserved, _ = await books(there)
    return [
        Figure("budget_overshoot", max(0.0, used - limit), "micros", limit=0.0),
        Figure("budget_overshoot.admitted", float(admitted), "calls", "at least", limit=float(FEWEST)),
        Figure("budget_overshoot.spent_of_limit", 100 * used / limit, "%"),
        Figure("budget_overshoot.left_put_by", float(reserved), "micros", limit=0.0),
        Figure("budget_overshoot.seconds", seconds, "s"),
    ]


async def books(there: Ground) -> tuple[int, int, list[Any]]:
    """Return what is used and put by of the one budget, and every row of usage."""
    from sqlalchemy import select  # noqa: PLC0415
    from verbatim_enterprise.llm.models import LlmSpend, LlmUsage  # noqa: PLC0415
    from verbatim_enterprise.system_session import system_transaction  # noqa: PLC0415

    async with system_transaction(there.database, read_only=True) as session:
        spend = (await session.scalars(select(LlmSpend))).one()
        return spend.used_micros, spend.reserved_micros, list(await session.scalars(select(LlmUsage)))


async def broken(there: Ground) -> list[Figure]:
    """Leave streams in the middle, and kill a process that has a hundred of them; then look after what is left."""
    from verbatim_enterprise.llm.upkeep import settle_lost_calls  # noqa: PLC0415

    await prepare(there, ("installation", "", 10**12))
    there.models.answer, there.models.pause = ["more "] * PIECES, PAUSE
    came: list[int] = []

    async def leave(number: int) -> None:
        seen = _Seen()
        asking = asyncio.create_task(_count(there.metered(), seen))
        await seen.begun.wait()
        await asyncio.sleep((number % 40) / 50)
        asking.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asking
        came.append(seen.pieces)

    for start in range(0, BROKEN, BROKEN_AT_ONCE):
        await asyncio.gather(*(leave(number) for number in range(start, start + BROKEN_AT_ONCE)))
    _, open_before_kill, rows = await books(there)
    error = 100 * abs(sum(row.tokens_out for row in rows) - sum(came)) / sum(came)
    await _kill(there)
    for _ in range(3):
        await settle_lost_calls(there.database)
    _, open_now, rows = await books(there)
    unsettled = sum(row.finished_at is None for row in rows)
    wrong = abs(len(rows) - BROKEN - KILLED) + unsettled
    return [
        Figure("llm_broken_streams", float(wrong), "rows wrong", limit=0.0),
        Figure("llm_broken_streams.token_error", error, "%", limit=TOKEN_BAR),
        Figure("llm_broken_streams.left_put_by", float(open_before_kill + open_now), "micros", limit=0.0),
        Figure("llm_broken_streams.streams", float(len(rows)), "streams"),
    ]


@dataclass
class _Seen:
    pieces: int = 0
    begun: asyncio.Event = field(default_factory=asyncio.Event)


async def _count(service: Any, seen: _Seen) -> None:
    from verbatim_enterprise.host import ChatMessage, ChatOptions, Piece, as_system  # noqa: PLC0415

    with as_system("benchmark"):
        async with contextlib.aclosing(
            service.chat_stream([ChatMessage("user", QUESTION)], ChatOptions(max_tokens=400))
        ) as said:
            async for one in said:
                seen.pieces += isinstance(one, Piece)
                seen.begun.set()


async def _kill(there: Ground) -> None:
    """Let another process have many streams, and kill it."""
    process = get_context("spawn").Process(target=_be_killed, args=(there.url, there.models.url))
    process.start()
    try:
        async with asyncio.timeout(120):
            # Another process writes the rows: there is nobody to set an event.
            while len((await books(there))[2]) < BROKEN + KILLED:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
    finally:
        if process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)
        await asyncio.to_thread(process.join)


def _be_killed(url: str, models_url: str) -> None:
    sys.path += [str(ROOT / "packages" / "backend" / "tests")]
    asyncio.run(_streams(url, models_url))


async def _streams(url: str, models_url: str) -> None:
    from verbatim.config import Mode, Settings  # noqa: PLC0415
    from verbatim.registration import build_registry  # noqa: PLC0415
    from verbatim.runtime import build_runtime  # noqa: PLC0415
    from verbatim_enterprise.plugin import EnterprisePlugin  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        options = Settings(mode=Mode.ENTERPRISE, data_dir=Path(folder), database_url=url)
        runtime = build_runtime(options, build_registry(options, [EnterprisePlugin()]))
        there = make(url, runtime.database, ModelServer(url=models_url))
        await asyncio.gather(*(_count(there.metered(), _Seen()) for _ in range(KILLED)))
        await asyncio.sleep(60)
