"""The release before is brought to this one while people work, and back, and forth again."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field
from typing import Final

import aiohttp
from support.recordings import GARDEN
from support_load import Balancer, Campaign
from support_receiver import Receiver
from support_site import Person, Running, Site, wait_until

TEAM: Final = "Radio"


@dataclass
class Life:
    """What somebody made with the release before, and must find again."""

    person: Person
    recording: str = ""
    text: str = ""
    team: str = ""
    key: str = ""
    webhook: str = ""
    secret: str = ""
    campaigns: list[Campaign] = field(default_factory=list)

    async def begin(self, receiver: Receiver) -> None:
        """Make one of everything."""
        person = self.person
        await person.register()
        await person.sign_in()
        self.team = (await person.ask("POST", "/api/teams", 201, json={"name": TEAM}))["id"]
        with GARDEN.open("rb") as file:
            form = aiohttp.FormData({"title": "Garden", "transcribe": "true"})
            form.add_field("file", file, filename="garden.ogg")
            self.recording = (await person.ask("POST", "/api/recordings/upload", 201, data=form))["id"]
        wanted = {"name": "import", "scopes": ["recording:read"]}
        self.key = (await person.ask("POST", "/api/keys", 201, json=wanted))["key"]
        hook = {"url": f"{receiver.url}/hook", "events": ["*"]}
        made = await person.ask("POST", "/api/webhooks", 201, json=hook)
        self.webhook, self.secret = made["id"], made["secret"]
        await wait_until("the transcript", self._transcribed, 120)
        self.text = await self._text()

    @property
    def word(self) -> str:
        """The longest word of the transcript."""
        words: list[str] = re.findall(r"[a-z]+", self.text)
        return max(words, key=len)

    async def _transcribed(self) -> bool:
        found = await self.person.ask("GET", f"/api/recordings/{self.recording}")
        assert found["status"] != "failed", found
        return bool(found["status"] == "completed")

    async def _text(self) -> str:
        transcript = await self.person.ask("GET", f"/api/transcripts/by-recording/{self.recording}")
        found = await self.person.ask("GET", f"/api/transcripts/{transcript['id']}/segments")
        return json.dumps([segment["text"] for segment in found["items"]])

    async def check(self, url: str) -> None:
        """Find everything at a server, with the token, the key and the secrets of the time before."""
        person = self.person
        person.url = url
        assert await self._text() == self.text
        me = await person.ask("GET", "/api/auth/me")
        assert me["role"] == "admin"
        assert self.team in json.dumps(await person.ask("GET", "/api/teams"))
        async with person.session.get(
            f"{url}/api/recordings/{self.recording}", headers={"Authorization": f"Bearer {self.key}"}
        ) as answer:
            assert answer.status == 200, await answer.text()
        await person.sign_in()

    async def hears(self, url: str, receiver: Receiver) -> None:
        """See an event delivered, signed with the secret of the time before."""
        self.person.url = url
        before = len(receiver.requests)
        name = f"told {before}"
        await self.person.ask("POST", "/api/projects", 201, json={"name": name})

        async def told() -> bool:
            return any(name in one.body.decode() for one in receiver.requests[before:])

        await wait_until("the delivery", told, 60)
        for one in receiver.requests:
            one.verified(self.secret)


def under_load(life: Life, balancer: Balancer, requests: int, clients: int) -> tuple[Campaign, asyncio.Task[None]]:
    """Begin a campaign beside whatever else is done."""
    campaign = Campaign(balancer, [life.person.token], requests, clients, life.word)
    life.campaigns.append(campaign)
    return campaign, asyncio.create_task(campaign.run())


async def some(campaign: Campaign, more: int) -> None:
    """Wait until so many more requests have been sent."""
    wanted = min(campaign.done + more, campaign.requests)
    while campaign.done < wanted:  # noqa: ASYNC110 - many clients count
        await asyncio.sleep(0.05)


async def replace(site: Site, balancer: Balancer, old: Running, release: list[str]) -> Running:
    """Take a server out, stop it, and put one of another release in."""
    await balancer.withdraw(old.url)
    await old.stop()
    new = await site.serve(release)
    balancer.add(new.url)
    return new
