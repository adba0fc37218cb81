"""Whoever asks to overshoot: nobody's budget is spent beyond what was shown as possible, whatever is asked in whichever
order, and what one team asks changes nothing of what is put by for another.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from support.campaigns import times
from support.moments import SEED
from support.waiting import until
from support_enterprise import Person
from support_teams import Json, ok
from verbatim_enterprise.host import ChatMessage, ChatOptions, ModelInfo, Usage, as_system, new_id, utcnow
from verbatim_enterprise.llm import habits
from verbatim_enterprise.llm.calls import Call, Running
from verbatim_enterprise.llm.errors import BudgetExhaustedError
from verbatim_enterprise.llm.metering import Meter
from verbatim_enterprise.llm.models import LlmBudget, LlmPrice, LlmUsage
from verbatim_enterprise.llm.settings import LlmSettings
from verbatim_enterprise.llm.spending import Payer
from verbatim_enterprise.system_session import system_transaction

INFO = ModelInfo("one/shared", "Shared", "generic_openai", is_local=False)
LONG = 4_000
SMALL, LARGE = "abc" * 34, "abc" * 2_000
"""Questions of 40 and of about 2,000 tokens."""


def of(team: str, person: str = "ada", key: str | None = None) -> Call:
    return Call("one", "shared", INFO, "conversation", Payer(person, team, key), None)


@pytest.fixture
async def meter(app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Meter]:
    """Give a meter that looks at what calls have used each time, with a price of a millionth for a token."""
    monkeypatch.setattr(habits, "_FRESH_SECONDS", -1.0)
    price = {"input_micros": 10**6, "output_micros": 10**6, "cached_micros": 10**6}
    async with system_transaction(app.state.database) as session:
        session.add(LlmPrice(id=new_id(), endpoint_id="one", model="shared", valid_from=utcnow(), **price))
    with as_system("adversary"):
        yield Meter(app.state.database, LlmSettings(llm_wait_seconds=0))


async def limit(app: FastAPI, scope: str, scope_id: str, micros: int | None, tokens: int | None = None) -> None:
    async with system_transaction(app.state.database) as session:
        row = {"id": new_id(), "scope": scope, "scope_id": scope_id, "period": "month"}
        session.add(LlmBudget(**row, limit_micros=micros, limit_tokens=tokens))


async def begin(meter: Meter, call: Call, question: str = SMALL, longest: int = LONG) -> Running:
    return await meter.begin(call, [ChatMessage("user", question)], ChatOptions(max_tokens=longest))


async def train(meter: Meter, call: Call, question: str = SMALL, calls: int = 25) -> None:
    for _ in range(calls):
        running = await begin(meter, call, question)
        await meter.end(running, Usage(running.tokens_in, 5), "ok")


async def test_tiny_calls_of_one_team_leave_the_worst_case_of_another(meter: Meter, app: FastAPI) -> None:
    await limit(app, "team", "red", 10**9)
    await limit(app, "team", "blue", 10**9)
    await train(meter, of("red"))
    assert (await begin(meter, of("red"))).put_by == 64
    # The same person, working in another team, is that team.
    assert (await begin(meter, of("blue"))).put_by == LONG


@pytest.mark.parametrize(
    ("scope", "scope_id", "trained", "asked"),
    [
        ("user", "bob", of("red", "ada"), of("red", "bob")),
        ("key", "k2", of("red", "ada", "k1"), of("red", "ada", "k2")),
        ("installation", "", of("red", "ada"), of("blue", "bob")),
    ],
)
async def test_each_budget_learns_from_its_own_calls_alone(
    meter: Meter, app: FastAPI, scope: str, scope_id: str, trained: Call, asked: Call
) -> None:
    await limit(app, "team", "red", 10**9)
    await train(meter, trained)
    await limit(app, scope, scope_id, 10**9)
    assert (await begin(meter, asked)).put_by == LONG
    await train(meter, asked)
    assert (await begin(meter, asked)).put_by == 64


async def test_tiny_questions_say_nothing_of_large_ones_and_each_is_put_by_what_it_reads(
    meter: Meter, app: FastAPI
) -> None:
    await limit(app, "team", "red", 10**9)
    await train(meter, of("red"))
    large = await begin(meter, of("red"), LARGE)
    assert large.put_by == LONG
    async with system_transaction(app.state.database, read_only=True) as session:
        row = await session.scalar(select(LlmUsage).where(LlmUsage.id == large.id))
    assert row is not None
    assert (row.reserved_tokens, row.worst_tokens) == (large.tokens_in + LONG,) * 2
    await train(meter, of("red"), LARGE)
    assert (await begin(meter, of("red"), LARGE)).put_by == 64


async def test_an_answer_that_was_cut_counts_as_long_as_it_could_have_been(meter: Meter, app: FastAPI) -> None:
    await limit(app, "team", "red", 10**9)
    for _ in range(25):
        running = await begin(meter, of("red"))
        await meter.end(running, Usage(running.tokens_in, 5), "cut")
    assert (await begin(meter, of("red"))).put_by == LONG


async def test_who_waits_for_one_budget_keeps_nobody_from_another(meter: Meter, app: FastAPI) -> None:
    patient = Meter(app.state.database, LlmSettings(llm_wait_seconds=120))
    first: dict[str, Running] = {}
    waiting: dict[str, asyncio.Task[Running]] = {}
    for team in ("red", "blue"):
        await limit(app, "team", team, 300)
        first[team] = await begin(patient, of(team), longest=250)
        waiting[team] = asyncio.create_task(begin(patient, of(team), longest=250))

        async def waits() -> bool:
            return len(patient._turns) == len(first)

        await until(waits)
    await patient.end(first["blue"], Usage(1, 1), "ok")
    async with asyncio.timeout(60):
        second = await waiting["blue"]
    assert not waiting["red"].done()
    await patient.end(first["red"], Usage(1, 1), "ok")
    async with asyncio.timeout(60):
        await patient.end(await waiting["red"], Usage(1, 1), "ok")
    await patient.end(second, Usage(1, 1), "ok")


@dataclass
class Shown:
    """What was shown of a budget while calls went on."""

    excess: int = 0
    running: dict[str, list[Running]] = field(default_factory=dict)


@pytest.mark.campaign
async def test_no_sequence_spends_more_than_was_shown_as_possible(meter: Meter, app: FastAPI, admin: Person) -> None:
    seed = os.environ.get(SEED) or str(random.SystemRandom().randrange(2**32))
    for round_ in range(times(1, 60)):
        chance = random.Random(f"{seed}/{round_}")  # noqa: S311 - repeatable, not secret
        teams = [f"t{round_}-{one}" for one in range(3)]
        limits = [chance.choice([5_000, 60_000, 400_000]) for _ in teams]
        for team, micros in zip(teams, limits, strict=True):
            await limit(app, "team", team, micros, chance.choice([None, micros]))
        shown = {team: Shown() for team in teams}
        running: list[tuple[str, Running]] = []
        for _ in range(times(100, 400)):
            team = chance.choice(teams)
            if running and chance.random() < 0.5:
                team, one = running.pop(chance.randrange(len(running)))
                await _end(meter, app, chance, one, shown[team])
            else:
                question, longest = chance.choice([SMALL, SMALL, LARGE]), chance.choice([64, LONG])
                try:
                    running.append((team, await begin(meter, of(team), question, longest)))
                except BudgetExhaustedError:
                    continue
            await _compare(admin, teams, shown, f"{SEED}={seed}, round {round_}")
        for team, one in running:
            await _end(meter, app, chance, one, shown[team])
        found = await _compare(admin, teams, shown, f"{SEED}={seed}, round {round_}")
        assert all(one["reserved_micros"] == one["reserved_tokens"] == 0 for one in found.values())


async def _end(meter: Meter, app: FastAPI, chance: random.Random, one: Running, shown: Shown) -> None:
    """Let a call end in one of the ways in which models do; at worst it thought as long as it was allowed to."""
    async with system_transaction(app.state.database, read_only=True) as session:
        row = await session.get(LlmUsage, one.id)
    assert row is not None
    written = chance.choice([0, 3, one.put_by, one.longest])
    outcome = chance.choice(["ok", "ok", "cut", "stopped", "llm_failed"])
    used = Usage(one.tokens_in, written)
    shown.excess += max(0, used.tokens_in + used.tokens_out - row.reserved_tokens)
    assert used.tokens_in + used.tokens_out <= row.worst_tokens
    await meter.end(one, used, outcome)


async def _compare(admin: Person, teams: list[str], shown: dict[str, Shown], what: str) -> dict[str, Json]:
    items = ok(await admin.get("/api/llm/budgets"))["items"]
    found = {one["scope_id"]: one for one in items if one["scope_id"] in teams}
    for team, one in found.items():
        excess = shown[team].excess
        assert one["used_micros"] + one["reserved_micros"] <= one["limit_micros"] + excess, what
        if one["limit_tokens"] is not None:
            assert one["used_tokens"] + one["reserved_tokens"] <= one["limit_tokens"] + excess, what
    return found
