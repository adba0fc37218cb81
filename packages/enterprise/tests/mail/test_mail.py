"""Mail, sent through a real SMTP server."""

from __future__ import annotations

import asyncio
import email
import email.policy
from collections.abc import Mapping
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update
from support.server import free_port
from support_enterprise import Person
from support_mail import PostOffice
from support_teams import ok
from verbatim.core.settings.errors import SettingsError
from verbatim_enterprise.config import MailSettings, read_settings
from verbatim_enterprise.host import Job, JobStatus, utcnow
from verbatim_enterprise.mail.message import Mail, new_message_id
from verbatim_enterprise.mail.service import send_mail
from verbatim_enterprise.system_session import system_transaction


@pytest.fixture
def environment(mailing: dict[str, str]) -> Mapping[str, str]:
    return {
        **mailing,
        "VERBATIM_MAIL_FROM_NAME": 'Verbatim "Ada"',
    }


@pytest.fixture
def jobs(app: FastAPI) -> Any:
    """Look at the jobs that send mail."""

    async def look() -> list[Job]:
        async with system_transaction(app.state.database, read_only=True) as session:
            return list(await session.scalars(select(Job).where(Job.job_type == "send_mail").order_by(Job.id)))

    return look


async def _until(jobs: Any, *statuses: JobStatus) -> Job:
    async with asyncio.timeout(30):
        while True:
            found: list[Job] = await jobs()
            if found and found[-1].status in statuses:
                return found[-1]
            await asyncio.sleep(0.05)


async def _until_tried(jobs: Any, attempts: int) -> Job:
    """Wait until a job was tried so often and waits for the next time."""
    async with asyncio.timeout(30):
        while True:
            job: Job = (await jobs())[-1]
            if job.attempts == attempts and job.status == JobStatus.QUEUED:
                return job
            await asyncio.sleep(0.05)


async def _hurry(app: FastAPI) -> None:
    """Let jobs that wait to try again do so now."""
    async with system_transaction(app.state.database) as session:
        await session.execute(update(Job).where(Job.status == JobStatus.QUEUED).values(run_at=utcnow()))
    app.state.runtime.jobs.wake()


async def test_an_invitation_arrives(admin: Person, office: PostOffice, jobs: Any, client: Person) -> None:
    team = ok(await admin.post("/api/teams", json={"name": "Radio <b>\u00e4</b>\nBcc: x@example.org"}), 201)
    body = {"email": "grace@example.org"}
    made = ok(await admin.post(f"/api/teams/{team['id']}/invites", json=body), 201)
    assert made["mail"] == "queued"
    assert made["link"] == f"https://verbatim.example.org/invite#{made['token']}"
    await _until(jobs, JobStatus.COMPLETED)
    [message] = office.mails
    assert office.to == [["grace@example.org"]]
    assert message["To"] == "grace@example.org"
    assert message["From"].addresses[0].addr_spec == "verbatim@example.org"
    assert message["From"].addresses[0].display_name == 'Verbatim "Ada"'
    assert message["Subject"] == "ada invites you to Radio <b>\u00e4</b> Bcc: x@example.org on Verbatim"
    assert message["Bcc"] is None
    assert message["Message-ID"].endswith("@example.org>")
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert rich is not None
    assert made["link"] in plain.get_content()
    assert "Radio &lt;b&gt;\u00e4&lt;/b&gt;" in rich.get_content()
    assert f'href="{made["link"]}"' in rich.get_content()
    assert ok(await client.get(f"/api/invites/{made['token']}"))["team_name"] == team["name"]
    # The token opens a door: it stands neither in the job nor in the list of jobs.
    assert made["token"] not in str([job.payload for job in await jobs()])
    assert ok(await admin.get("/api/jobs"))["total"] == 0
    listed = ok(await admin.get(f"/api/teams/{team['id']}/invites"))["items"]
    assert listed[0]["sent_at"] is not None


async def test_nothing_is_sent_that_did_not_happen(app: FastAPI, office: PostOffice, jobs: Any) -> None:
    with pytest.raises(ZeroDivisionError):
        await _send_and_fail(app)
    await asyncio.sleep(0.5)
    assert await jobs() == []
    assert office.mails == []


async def _send_and_fail(app: FastAPI) -> None:
    async with system_transaction(app.state.database) as session:
        assert await send_mail(session, Mail("a@example.org", "Hello", ("Hello.",)))
        1 / 0  # noqa: B018 - something goes wrong afterwards


async def _send(app: FastAPI) -> None:
    async with system_transaction(app.state.database) as session:
        assert await send_mail(session, Mail("a@example.org", "Hello", ("Hello.",)))


async def test_it_is_tried_again(app: FastAPI, office: PostOffice, jobs: Any) -> None:
    office.refusals = ["451 busy", "451 busy"]
    await _send(app)
    for attempt in (1, 2):
        await _until_tried(jobs, attempt)
        await _hurry(app)
    assert (await _until(jobs, JobStatus.COMPLETED)).attempts == 3
    assert len(office.mails) == 1


async def test_a_final_refusal_is_final(app: FastAPI, office: PostOffice, jobs: Any) -> None:
    office.refusals = ["550 no such mailbox"]
    await _send(app)
    job = await _until(jobs, JobStatus.FAILED)
    assert (job.attempts, job.error) == (1, "The mail server refuses this mail.")


class TestWithoutServer:
    @pytest.fixture
    def environment(self) -> Mapping[str, str]:
        return {}

    async def test_links_are_passed_on(self, admin: Person, jobs: Any) -> None:
        team = ok(await admin.get("/api/teams"))["items"][0]["id"]
        made = ok(await admin.post(f"/api/teams/{team}/invites", json={"email": "grace@example.org"}), 201)
        assert (made["mail"], made["link"], made["sent_at"]) == ("not_set_up", None, None)
        assert made["token"]
        assert await jobs() == []


class TestUnreachable:
    @pytest.fixture
    def environment(self) -> Mapping[str, str]:
        return {
            "VERBATIM_MAIL_HOST": "127.0.0.1",
            "VERBATIM_MAIL_PORT": str(free_port()),
            "VERBATIM_MAIL_FROM": "verbatim@example.org",
        }

    async def test_it_waits(self, app: FastAPI, jobs: Any) -> None:
        await _send(app)
        job = await _until_tried(jobs, 1)
        assert job.run_at > utcnow()
        assert job.error is None


SETTINGS = MailSettings(mail_host="127.0.0.1", mail_from="verbatim@example.org")


@pytest.mark.parametrize(
    "to",
    ["a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "a b@example.org", "<a@example.org>", ""],
)
def test_an_address_cannot_add_headers(to: str) -> None:
    with pytest.raises(ValueError, match="not an e-mail address"):
        Mail(to, "Hello", ("Hello.",)).render(SETTINGS, message_id=new_message_id(SETTINGS))


def test_a_subject_cannot_add_headers() -> None:
    subject = "Hello\r\nBcc: b@example.org\r\n\r\nbody\u2028x"
    message = Mail("a@example.org", subject, ("Hello.",)).render(SETTINGS, message_id=new_message_id(SETTINGS))
    parsed = email.message_from_bytes(message.as_bytes(), policy=email.policy.default)
    assert parsed["Bcc"] is None
    assert parsed["Subject"] == "Hello Bcc: b@example.org body x"


@pytest.mark.parametrize(
    "environment",
    [
        {"VERBATIM_MAIL_HOST": "mail.example.org"},
        {"VERBATIM_MAIL_HOST": "mail.example.org", "VERBATIM_MAIL_FROM": "nobody"},
        {
            "VERBATIM_MAIL_HOST": "mail.example.org",
            "VERBATIM_MAIL_FROM": "a@example.org",
            "VERBATIM_MAIL_SECURITY": "none",
            "VERBATIM_MAIL_USERNAME": "verbatim",
        },
    ],
)
def test_half_a_setting_stops_the_start(environment: Mapping[str, str]) -> None:
    with pytest.raises(SettingsError):
        read_settings()
