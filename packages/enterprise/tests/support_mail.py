"""A real SMTP server that keeps what it gets."""

from __future__ import annotations

import asyncio
import email
import email.policy
import re
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from support.server import free_port


class PostOffice:
    """What an SMTP server does with mail: keeps it, after refusing as often as it was told."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.to: list[list[str]] = []
        self.refusals: list[str] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.refusals:
            return self.refusals.pop(0)
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.to.append(envelope.rcpt_tos)
        self.mails.append(message)
        return "250 OK"


@contextmanager
def mail_settings(office: PostOffice) -> Iterator[dict[str, str]]:
    """Open an office at a port of its own; gives the settings of a server that sends its mail there."""
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield {
            "VERBATIM_MAIL_HOST": "127.0.0.1",
            "VERBATIM_MAIL_PORT": str(controller.port),
            "VERBATIM_MAIL_SECURITY": "none",
            "VERBATIM_MAIL_FROM": "verbatim@example.org",
            "VERBATIM_PUBLIC_URL": "https://verbatim.example.org",
        }
    finally:
        controller.stop()


async def mailed_token(office: PostOffice, number: int = 1) -> str:
    """Wait for so many mails; give the token in the last one's link, which sets a password."""
    for _ in range(600):
        if len(office.mails) >= number:
            break
        await asyncio.sleep(0.1)
    plain = office.mails[number - 1].get_body(("plain",))
    assert plain is not None
    found = re.search(r"https://verbatim\.example\.org/reset\S*#\S*?(vpr_[\w-]+)", plain.get_content())
    assert found is not None, plain.get_content()
    return found[1]
