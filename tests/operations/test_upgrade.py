"""The release before becomes this one while people work: nobody notices, nothing is lost, and there is a way back."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from support.campaigns import times
from support.postgres import PostgresServer
from support_load import Balancer, Campaign
from support_receiver import Receiver, receiving
from support_release import before_or_skip
from support_site import NOW, Person, Site, site, wait_until
from support_upgrade import Life, replace, some, under_load

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1500), pytest.mark.xdist_group("upgrade")]

REQUESTS = times(600, 10_000)
CLIENTS = int(os.environ.get("BENCH_CLIENTS") or times(8, 50))
OPEN = {"VERBATIM_WEBHOOKS_ALLOW_PRIVATE": "127.0.0.0/8"}
SEVERAL = {**OPEN, "VERBATIM_JOBS": "distributed", "VERBATIM_DRAIN_SECONDS": "0"}


@pytest.fixture(scope="module")
def before() -> list[str]:
    return before_or_skip()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


def assert_nothing_failed(campaign: Campaign) -> None:
    assert campaign.failures == [], f"{len(campaign.failures)} of {campaign.done}: {campaign.failures[:5]}"
    assert campaign.done >= campaign.requests


async def audit_is_whole(place: Site) -> None:
    status, said = await place.run(NOW, "audit", "verify")
    assert status == 0, said


@pytest.mark.campaign
async def test_two_servers_are_upgraded_one_after_the_other_and_no_request_fails(
    before: list[str], postgres_server: PostgresServer, session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    with postgres_server.temporary_database() as url, site(tmp_path, url, **SEVERAL) as place:
        async with receiving() as receiver:
            one, two, worker = await place.serve(before), await place.serve(before), await place.work(before)
            life = Life(Person(session, one.url))
            await life.begin(receiver)
            balancer = Balancer(one.url, two.url)
            campaign, running = under_load(life, balancer, REQUESTS, CLIENTS)
            step = REQUESTS // 5
            await some(campaign, step)
            status, said = await place.run(NOW, "migrate")
            assert status == 0, said
            await some(campaign, step)
            one = await replace(place, balancer, one, NOW)
            await some(campaign, step)
            two = await replace(place, balancer, two, NOW)
            await worker.stop()
            worker = await place.work(NOW)
            await running
            assert_nothing_failed(campaign)
            for server in (one, two):
                await life.check(server.url)
            campaign.balancer = Balancer(one.url, two.url)
            await campaign.check_everything()
            await life.hears(one.url, receiver)
            await waits_for_nothing(life)
            for server in (one, two, worker):
                await server.stop()
            await back_and_forth(place, before, life, receiver)
        await audit_is_whole(place)


async def waits_for_nothing(life: Life) -> None:
    """See that no recording that somebody only stored is said to wait for its turn."""

    async def settled() -> bool:
        page = await life.person.ask("GET", "/api/recordings?status=pending&page_size=1")
        return bool(page["total"] == 0)

    await wait_until("the jobs", settled, 120)


async def back_and_forth(place: Site, before: list[str], life: Life, receiver: Receiver) -> None:
    """Let the release before serve again, with all that is there, and then this one."""
    with pytest.raises(AssertionError, match="newer version"):
        await place.serve(before)
    status, said = await place.run(NOW, "migrate", "--back")
    assert status == 0, said
    old = await place.serve(before)
    await life.check(old.url)
    await life.hears(old.url, receiver)
    await old.stop()
    new = await place.serve(NOW)
    await life.check(new.url)
    await life.hears(new.url, receiver)
    await new.stop()


async def test_a_server_on_sqlite_is_upgraded_by_a_restart(
    before: list[str], session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    with site(tmp_path, "", **OPEN) as place:
        async with receiving() as receiver:
            old = await place.serve(before)
            life = Life(Person(session, old.url))
            await life.begin(receiver)
            balancer = Balancer(old.url)
            campaign, running = under_load(life, balancer, REQUESTS // 4, CLIENTS)
            await running
            await old.stop()
            new = await place.serve(NOW)
            campaign.balancer = Balancer(new.url)
            await life.check(new.url)
            await campaign.check_everything()
            again, running = under_load(life, campaign.balancer, REQUESTS // 4, CLIENTS)
            await running
            for part in (campaign, again):
                assert_nothing_failed(part)
                await part.check_everything()
            await life.hears(new.url, receiver)
            await new.stop()
        await audit_is_whole(place)
