"""Many clients that use servers as people and programs do, and look at every answer they get."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import random
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

import aiohttp

Json = dict[str, Any]
_SECOND: Final = 16_000


class WrongAnswerError(Exception):
    """A server said something else than what is true; the text tells both."""


def sound(number: int) -> bytes:
    """Return half a second of a recording that nobody else has."""
    samples = random.Random(number).randbytes(_SECOND)  # noqa: S311 - noise
    head = struct.pack("<IHHIIHH", 16, 1, 1, _SECOND, 2 * _SECOND, 2, 16)
    size = struct.pack("<I", 36 + len(samples))
    return b"RIFF" + size + b"WAVEfmt " + head + b"data" + struct.pack("<I", len(samples)) + samples


class UnansweredError(Exception):
    """Nobody knows whether what was asked for has been done: the answer never came, or nobody was there to give it."""


class Balancer:
    """Gives requests to servers in turn. One that is withdrawn gets no new ones."""

    def __init__(self, *urls: str) -> None:
        self._urls = list(urls)
        self._under_way: dict[str, int] = {}
        self._next = 0

    def add(self, url: str) -> None:
        self._urls.append(url)

    async def withdraw(self, url: str) -> None:
        """Give a server nothing more, and wait until it has answered."""
        self._urls.remove(url)
        while self._under_way.get(url, 0):  # noqa: ASYNC110 - many requests end it
            await asyncio.sleep(0.02)

    def begin(self) -> str:
        self._next += 1
        url = self._urls[self._next % len(self._urls)]
        self._under_way[url] = self._under_way.get(url, 0) + 1
        return url

    def end(self, url: str) -> None:
        self._under_way[url] -= 1


@dataclass
class Known:
    """What one client was told is there: what it must find again."""

    recordings: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Title and number of the sound, by id."""
    projects: dict[str, str] = field(default_factory=dict)
    """Name, by id."""


@dataclass
class Campaign:
    """So many requests by so many clients.

    Attributes:
        tokens: one of them each client shows.
        word: stands in a transcript that all of them may read.
        again_on: statuses, with broken connections, after which a request that may be repeated is sent again.
        addresses: whether each client comes from an address of its own.
    """

    balancer: Balancer
    tokens: list[str]
    requests: int
    clients: int
    word: str
    again_on: frozenset[int] = frozenset()
    tries: int = 1
    addresses: bool = False
    done: int = 0
    retried: int = 0
    unanswered: int = 0
    failures: list[str] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    doubtful: set[str] = field(default_factory=set)
    """Names and titles of what was sent and never answered: it may be there or not."""

    async def run(self) -> None:
        self.known = [Known() for _ in range(self.clients)]
        async with contextlib.AsyncExitStack() as stack:
            sessions = [await stack.enter_async_context(self.session(number)) for number in range(self.clients)]
            await asyncio.gather(*(Client(self, one, number).work() for number, one in enumerate(sessions)))

    def session(self, number: int) -> aiohttp.ClientSession:
        """Return the connections of one client."""
        local = (address(number), 0) if self.addresses else None
        connector = aiohttp.TCPConnector(limit=0, ssl=False, local_addr=local)
        return aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=90))

    async def check_everything(self) -> None:
        """Find all that the clients were told is there.

        Raises:
            WrongAnswerError: something is missing or is not what it was.
        """
        for number in range(self.clients):
            async with self.session(number) as session:
                client = Client(self, session, number)
                for recording in self.known[number].recordings:
                    await client.whole(recording)
                    await client.one(recording)
                    await client.by_title(recording)
                for project in self.known[number].projects:
                    await client.project(project)


class Client:
    """One of the clients, in an order of its own."""

    def __init__(self, campaign: Campaign, session: aiohttp.ClientSession, number: int) -> None:
        self.campaign, self.session, self.number = campaign, session, number
        self.random = random.Random(number)  # noqa: S311 - an order
        self.known = campaign.known[number]
        self.headers = {"Authorization": f"Bearer {campaign.tokens[number % len(campaign.tokens)]}"}
        self.made = 0

    async def work(self) -> None:
        moves: list[tuple[int, Callable[[], Awaitable[None]]]] = [
            (30, self.listing), (20, self.one), (12, self.part), (10, self.me), (6, self.search),
            (8, self.new_project), (8, self.rename), (6, self.upload),
        ]  # fmt: skip
        await self.move(self.upload)
        weights, steps = [weight for weight, _ in moves], [step for _, step in moves]
        while self.campaign.done < self.campaign.requests:
            await self.move(self.random.choices(steps, weights)[0])

    async def move(self, step: Callable[[], Awaitable[None]]) -> None:
        self.campaign.done += 1
        try:
            await step()
        except UnansweredError:
            self.campaign.unanswered += 1
        except (WrongAnswerError, aiohttp.ClientError, TimeoutError) as error:
            self.campaign.failures.append(f"client {self.number}, {step.__name__}: {error!r}")

    async def ask(self, method: str, path: str, status: int, **more: Any) -> tuple[bytes, Any]:
        """Send a request, again where the campaign allows it, and return body and headers."""
        for left in reversed(range(self.campaign.tries)):
            url = self.campaign.balancer.begin()
            headers = {**self.headers, **more.get("headers", {})}
            sent = {**more, "headers": headers}
            if "form" in sent:
                sent["data"] = sent.pop("form")()
            try:
                async with self.session.request(method, url + path, **sent) as response:
                    body = await response.read()
                if response.status == status:
                    return body, response.headers
                if response.status not in self.campaign.again_on or not left:
                    raise WrongAnswerError(f"{method} {path} at {url}: {response.status} {body[:300]!r}")
            except (aiohttp.ClientError, TimeoutError):
                if not left:
                    raise
            finally:
                self.campaign.balancer.end(url)
            if method == "POST":
                raise UnansweredError
            self.campaign.retried += 1
            await asyncio.sleep(0.5)
        raise AssertionError("unreachable")

    async def json(self, method: str, path: str, status: int = 200, **more: Any) -> Json:
        body, _ = await self.ask(method, path, status, **more)
        found: Json = json.loads(body)
        return found

    def mine(self) -> str | None:
        return self.random.choice(list(self.known.recordings)) if self.known.recordings else None

    async def listing(self) -> None:
        page = await self.json("GET", "/api/recordings?page_size=10")
        expect(page["total"] >= len(self.known.recordings), f"{page['total']} recordings are listed")

    async def one(self, recording: str | None = None) -> None:
        if recording := recording or self.mine():
            found = await self.json("GET", f"/api/recordings/{recording}")
            title = self.known.recordings[recording][0]
            expect(found["title"] == title, f"{recording} is called {found['title']!r} and not {title!r}")

    async def part(self) -> None:
        if recording := self.mine():
            start = self.random.randrange(10_000)
            headers = {"Range": f"bytes={start}-{start + 999}"}
            body, _ = await self.ask("GET", f"/api/recordings/{recording}/audio", 206, headers=headers)
            expect(body == sound(self.known.recordings[recording][1])[start : start + 1000], "other bytes came")

    async def whole(self, recording: str) -> None:
        body, _ = await self.ask("GET", f"/api/recordings/{recording}/audio", 200)
        wanted = sound(self.known.recordings[recording][1])
        expect(hashlib.sha256(body).digest() == hashlib.sha256(wanted).digest(), f"{recording} has other bytes")

    async def me(self) -> None:
        expect("id" in await self.json("GET", "/api/auth/me"), "nobody is signed in")

    async def search(self) -> None:
        wanted = self.campaign.word
        found = await self.json("GET", f"/api/search/segments?q={wanted}")
        expect(bool(found["results"]), f"nothing is found for {wanted!r}")

    async def by_title(self, recording: str) -> None:
        """Find a recording by the one word of its title that no other has."""
        word = self.known.recordings[recording][0].split()[-1]
        found = await self.json("GET", f"/api/search/global?q={word}")
        expect(recording in [one["recording_id"] for one in found["results"]], f"{word} does not find {recording}")

    def name(self, kind: str) -> str:
        self.made += 1
        return f"{kind} n{self.number}x{self.made}"

    async def new_project(self) -> None:
        name = self.name("project")
        self.campaign.doubtful.add(name)
        made = await self.json("POST", "/api/projects", 201, json={"name": name})
        expect(made["name"] == name, f"a project {made['name']!r} was made")
        self.known.projects[made["id"]] = name
        self.campaign.doubtful.discard(name)

    async def project(self, project: str) -> None:
        found = await self.json("GET", f"/api/projects/{project}")
        expect(found["name"] == self.known.projects[project], f"{project} is called {found['name']!r}")

    async def rename(self) -> None:
        if recording := self.mine():
            title = self.name("title")
            await self.json("PATCH", f"/api/recordings/{recording}", json={"title": title})
            self.known.recordings[recording] = (title, self.known.recordings[recording][1])

    async def upload(self) -> None:
        title = self.name("recording")
        number = self.number * 100_000 + self.made
        content = sound(number)

        def form() -> aiohttp.FormData:
            data = aiohttp.FormData()
            data.add_field("title", title)
            data.add_field("transcribe", "true" if self.made % 4 == 0 else "false")
            data.add_field("file", content, filename=f"{title}.wav")
            return data

        self.campaign.doubtful.add(title)
        made = await self.json("POST", "/api/recordings/upload", 201, form=form)
        self.known.recordings[made["id"]] = (title, number)
        self.campaign.doubtful.discard(title)


def address(number: int) -> str:
    """Return the address that one client comes from, on this machine's own network."""
    return f"127.0.1.{number + 1}"


def expect(holds: bool, said: str) -> None:  # noqa: FBT001 - what holds
    if not holds:
        raise WrongAnswerError(said)
