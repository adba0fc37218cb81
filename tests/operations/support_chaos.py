"""nginx, two servers, two workers and PostgreSQL, of which one after the other is killed while fifty clients go on."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import aiohttp
from support.postgres import PostgresServer
from support.recordings import GARDEN
from support.server import free_port
from support_enterprise import ADMIN, PASSWORD
from support_load import Balancer, Campaign, address
from support_nginx import Names, running_nginx
from support_setup import first_account
from support_site import NOW, Person, Running, Site, site, wait_until
from test_nginx import certificate

ADDRESSES: Final = ("127.0.0.2", "127.0.0.3")
"""Where the two servers listen, at the same port, as two containers do."""
AWAY: Final = frozenset({502, 503, 504})
SETTINGS: Final = {
    "VERBATIM_JOBS": "distributed",
    "VERBATIM_TRUSTED_PROXIES": "127.0.0.1",
    "VERBATIM_DRAIN_SECONDS": "0",
}


@dataclass
class Outcome:
    """What came of it. ``lost`` and ``wrong`` are sentences; none is the bar."""

    requests: int = 0
    retried: int = 0
    unanswered: int = 0
    seconds: float = 0.0
    uploads: int = 0
    jobs: int = 0
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


@dataclass
class Cluster:
    """What runs, and how to get at it."""

    place: Site
    postgres: PostgresServer
    url: str
    port: int
    servers: list[Running]
    workers: list[Running]

    async def kill_a_server(self) -> None:
        """Kill one without a word; an administrator's supervisor starts it again after two seconds."""
        await asyncio.to_thread(self.servers[0].kill)
        await asyncio.sleep(2)
        self.servers[0] = await self.place.serve(NOW, self.port, ADDRESSES[0])

    async def kill_a_worker(self) -> None:
        """Kill one, with whatever it works on."""
        await asyncio.to_thread(self.workers[0].kill)
        await asyncio.sleep(2)
        self.workers[0] = await self.place.work(NOW)

    async def restart_postgres(self) -> None:
        """End the database without any farewell and start it again."""
        await asyncio.to_thread(self.postgres.crash_and_restart)


@contextlib.asynccontextmanager
async def cluster(folder: Path) -> AsyncIterator[Cluster]:
    """Start everything. PostgreSQL is one of its own, because it will be killed."""
    certificate(folder)
    names = Names(*ADDRESSES)
    postgres = await asyncio.to_thread(lambda: PostgresServer.start(durable=True))
    try:
        url, port = postgres.create_database("chaos"), free_port()
        with site(folder / "site", url, **SETTINGS) as place:
            servers = [await place.serve(NOW, port, host) for host in ADDRESSES]
            workers = [await place.work(NOW) for _ in range(2)]
            with running_nginx(folder, names, port) as proxy:
                yield Cluster(place, postgres, f"https://127.0.0.1:{proxy.port}", port, servers, workers)
    finally:
        names.close()
        postgres.stop()


async def chaos(folder: Path, requests: int, clients: int) -> Outcome:
    """Run the campaign and say what came of it."""
    outcome = Outcome()
    async with cluster(folder) as made:
        connector = aiohttp.TCPConnector(ssl=False)
        async with aiohttp.ClientSession(connector=connector) as session:
            person = Person(session, made.url)
            await person.register(setup_token=first_account()["setup_token"])
            await person.sign_in()
            word = await _something_heard(person)
            campaign = Campaign(Balancer(made.url), [person.token], requests, clients, word, AWAY, 120, addresses=True)
            begun = time.monotonic()
            await asyncio.gather(campaign.run(), _faults(made, campaign))
            outcome.seconds = time.monotonic() - begun
            outcome.requests, outcome.retried = campaign.done, campaign.retried
            outcome.unanswered, outcome.wrong = campaign.unanswered, campaign.failures
            await _look(person, campaign, outcome)
            await _addresses(person, made, outcome)
        status, said = await made.place.run(NOW, "audit", "verify")
        if status:
            outcome.wrong.append(said)
    return outcome


async def _something_heard(person: Person) -> str:
    """Have a recording transcribed, and return a word of it."""
    form = aiohttp.FormData({"title": "Garden", "transcribe": "true"})
    form.add_field("file", GARDEN.read_bytes(), filename="garden.ogg")
    made = await person.ask("POST", "/api/recordings/upload", 201, data=form)

    async def heard() -> bool:
        return bool((await person.ask("GET", f"/api/recordings/{made['id']}"))["status"] == "completed")

    await wait_until("the transcript", heard, 120)
    transcript = await person.ask("GET", f"/api/transcripts/by-recording/{made['id']}")
    found = await person.ask("GET", f"/api/transcripts/{transcript['id']}/segments")
    words = " ".join(segment["text"] for segment in found["items"]).lower().split()
    return max((word for word in words if word.isalpha()), key=len)


async def _faults(made: Cluster, campaign: Campaign) -> None:
    faults: list[Callable[[], Awaitable[None]]] = [made.kill_a_server, made.kill_a_worker, made.restart_postgres]
    for number, fault in enumerate(faults, 1):
        wanted = campaign.requests * number // (len(faults) + 1)
        while campaign.done < wanted:  # noqa: ASYNC110 - many clients count
            await asyncio.sleep(0.05)
        await fault()


async def _look(person: Person, campaign: Campaign, outcome: Outcome) -> None:
    """Find every upload and every job that was answered."""
    try:
        await campaign.check_everything()
    except Exception as error:  # noqa: BLE001 - whatever it is, something is lost
        outcome.lost.append(repr(error))
    known = {recording for one in campaign.known for recording in one.recordings}
    outcome.uploads = len(known)
    found: list[dict[str, Any]] = []

    async def settled() -> bool:
        # Each recording is looked at once. Asked first how many wait and then how many are listened to, a server would
        # count none of a job that went back to the queue in between, as it does when its worker was killed.
        found[:] = await _all_recordings(person)
        return not any(one["status"] in {"pending", "processing"} for one in found)

    try:
        await wait_until("the jobs", settled, 240)
    except TimeoutError:
        outcome.lost.append("jobs still wait or run")
    for one in found:
        outcome.jobs += one["status"] == "completed"
        if one["status"] not in {"completed", "untranscribed"}:
            outcome.lost.append(f"{one['title']} is {one['status']}")
        if one["id"] not in known and one["title"] != "Garden" and one["title"] not in campaign.doubtful:
            outcome.wrong.append(f"{one['title']} is there, and nobody sent it")


async def _all_recordings(person: Person) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    pages, number = 1, 0
    while number < pages:
        number += 1
        page = await person.ask("GET", f"/api/recordings?page_size=100&page={number}")
        found += page["items"]
        pages = page["total_pages"]
    return found


async def _addresses(person: Person, made: Cluster, outcome: Outcome) -> None:
    """See that clients are known by their own addresses: in the log, and where too many wrong passwords come from."""
    account = {"username": ADMIN, "password": PASSWORD}
    for number in (100, 101):
        if (status := await _sign_in(made, number, account)) != 200:
            outcome.wrong.append(f"signing in from {address(number)}: {status}")
    page = await person.ask("GET", "/api/admin/audit?action=session.started")
    found: set[Any] = {row["address"] for row in page["items"]}
    outcome.wrong += [f"{address(number)} is not in the log" for number in (100, 101) if address(number) not in found]
    statuses = [await _sign_in(made, 102, {**account, "username": f"nobody{n}"}) for n in range(230)]
    if 429 not in statuses:
        outcome.wrong.append("two hundred wrong names from one address were not slowed")
    if (status := await _sign_in(made, 103, account)) != 200:
        outcome.wrong.append(f"somebody else's address was slowed too: {status}")


async def _sign_in(made: Cluster, number: int, account: dict[str, str]) -> int:
    connector = aiohttp.TCPConnector(ssl=False, local_addr=(address(number), 0))
    async with (
        aiohttp.ClientSession(connector=connector) as session,
        session.post(f"{made.url}/api/auth/login", json=account) as answer,
    ):
        return answer.status
