"""A real SMTP server that keeps what it gets."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage
from typing import Any


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
