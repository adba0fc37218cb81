"""Sending a mail to oneself with settings that are not saved yet, and saying how far it came."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from verbatim_enterprise.config import MailSettings
from verbatim_enterprise.host import lazy
from verbatim_enterprise.mail.message import Mail, called, new_message_id
from verbatim_enterprise.mail.service import connection_of
from verbatim_enterprise.reaching import Step, why_unreachable

if TYPE_CHECKING:
    import aiosmtplib
else:
    aiosmtplib = lazy("aiosmtplib")

STEPS: Final = ("connection", "sign-in", "mail")
_SECONDS: Final = 20.0
"""A person waits for the answer, however patient the settings are."""
_LONGEST: Final = 200


async def try_mail(settings: MailSettings, to: str) -> list[Step]:
    """Send a mail to ``to``. Nothing is stored, and the mail is tried once."""
    if not settings.mail_host:
        return _up_to(0, "No mail server is named: put its name into “Mail host”.")
    reached = 0
    try:
        async with asyncio.timeout(_SECONDS):
            connection = connection_of(settings)
            username, password = connection.pop("username"), connection.pop("password")
            async with aiosmtplib.SMTP(**{**connection, "timeout": _SECONDS}) as client:
                reached = 1
                if username is not None:
                    await client.login(username, password or "")
                reached = 2
                await client.send_message(_mail(to).render(settings, message_id=new_message_id(settings)))
    except aiosmtplib.SMTPException as error:
        return _up_to(reached, _reason(error, reached))
    except (OSError, TimeoutError) as error:
        return _up_to(reached, why_unreachable(error))
    return [Step(name, ok=True) for name in STEPS]


def _mail(to: str) -> Mail:
    told = (f"This is a test of the mail settings of {called()}.", "It arrived: mails can be sent with these settings.")
    return Mail(to=to, subject=f"Test mail from {called()}", paragraphs=told)


def _up_to(reached: int, detail: str) -> list[Step]:
    return [
        Step(
            name,
            ok=True if place < reached else False if place == reached else None,
            detail=detail if place == reached else "",
        )
        for place, name in enumerate(STEPS)
    ]


def _reason(error: aiosmtplib.SMTPException, reached: int) -> str:
    """Return why: in the mail server's own words once it is known to be one, else in ours."""
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return f"The mail server refuses this user name or password{_told(error.code, error.message)}."
    if isinstance(error, aiosmtplib.SMTPNotSupported) or "STARTTLS" in str(error):  # which has no class of its own
        what = ("STARTTLS", "signing in", "this mail")[reached]
        return f"The mail server does not offer {what}: look at the port and at the kind of security."
    if reached == 0:
        return why_unreachable(error)
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused) and error.recipients:
        error = error.recipients[0]
    if isinstance(error, aiosmtplib.SMTPResponseException):
        who = "the sender's address" if isinstance(error, aiosmtplib.SMTPSenderRefused) else "this mail"
        return f"The mail server refuses {who}{_told(error.code, error.message)}."
    return "The mail server ended the connection."


def _told(code: int, message: str) -> str:
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in message).split())
    return f" ({code} {words[:_LONGEST]})"
