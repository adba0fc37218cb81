"""Sending mail: a job in the caller's transaction, so that nothing is sent that did not happen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.config import MailSecurity, MailSettings, enterprise_settings
from verbatim_enterprise.host import (
    JobContext,
    JobError,
    KeyRing,
    RetryPolicy,
    SealError,
    Service,
    as_system,
    enqueue,
    key_ring,
    lazy,
)
from verbatim_enterprise.mail.message import Mail, new_message_id

if TYPE_CHECKING:
    import aiosmtplib
else:
    aiosmtplib = lazy("aiosmtplib")

log = structlog.get_logger(__name__)

JOB = "send_mail"
PURPOSE = "mail"
RETRY = RetryPolicy(attempts=8)
PRIORITY = 10


class Mailer:
    """How this server sends mail: its settings, and the key that keeps queued mails to themselves."""

    def __init__(self, settings: MailSettings, keys: KeyRing) -> None:
        self.settings = settings
        self._keys = keys

    @property
    def is_set_up(self) -> bool:
        return bool(self.settings.mail_host)

    def seal(self, mail: Mail, message_id: str) -> dict[str, Any]:
        """Return a job's payload. A mail holds links that let somebody in, and payloads are kept for a while."""
        return {"sealed": self._keys.seal(PURPOSE, mail.to_json()), "message_id": message_id}

    def unseal(self, payload: dict[str, Any]) -> Mail:
        """Return the mail in a job's payload.

        Raises:
            SealError: the key has changed since.
        """
        return Mail.from_json(self._keys.open(PURPOSE, payload["sealed"]))


MAILER: Final = Service[Mailer]("mail")


async def start_mail(app: Any) -> None:
    """Make the server's mailer known to its transactions."""
    settings = enterprise_settings()
    keys = key_ring(settings.keys, app.state.settings.data_dir)
    MAILER.put(app, Mailer(settings.mail, keys))


def can_send(session: AsyncSession) -> bool:
    """Say whether this server was told how to send mail. Commands send none."""
    mailer = MAILER.found(session)
    return mailer is not None and mailer.is_set_up


async def send_mail(session: AsyncSession, mail: Mail) -> bool:
    """Send `mail` once the transaction is committed, and not otherwise. Returns False when no mail is set up.

    The transaction must have begun in the server's own scope: mails belong to no team.
    """
    if not can_send(session):
        return False
    mailer = MAILER.of(session)
    payload = mailer.seal(mail, new_message_id(mailer.settings))
    with as_system("mail"):
        await enqueue(session, JOB, payload, priority=PRIORITY)
    return True


async def deliver(job: JobContext) -> dict[str, Any] | None:
    """Job ``send_mail``. An attempt that follows a crash may repeat a mail; its Message-ID stays the same."""
    mailer = MAILER.of(job.database)
    if not mailer.is_set_up:
        raise JobError("This server is not set up to send mail any more.", code="mail_not_set_up")
    try:
        mail = mailer.unseal(job.payload)
        message = mail.render(mailer.settings, message_id=job.payload["message_id"])
    except (SealError, ValueError) as error:
        raise JobError("This mail cannot be read any more; do again what caused it.", code="mail_unreadable") from error
    try:
        await aiosmtplib.send(message, **connection_of(mailer.settings))
    except aiosmtplib.SMTPException as error:
        raise JobError(reason_of(error), code="mail_not_sent", retry=_may_pass(error)) from error
    except (OSError, TimeoutError) as error:
        raise JobError("The mail server cannot be reached.", code="mail_not_sent", retry=True) from error
    log.info("mail_sent")
    return None


def connection_of(settings: MailSettings) -> dict[str, Any]:
    """Return how the mail server is reached."""
    password = settings.mail_password.get_secret_value() if settings.mail_password else None
    return {
        "hostname": settings.mail_host,
        "port": settings.mail_port,
        "username": settings.mail_username or None,
        "password": password if settings.mail_username else None,
        "use_tls": settings.mail_security is MailSecurity.TLS,
        # Never "if the server offers it": whoever sits in between could take the offer out.
        "start_tls": settings.mail_security is MailSecurity.STARTTLS,
        "timeout": settings.mail_timeout_seconds,
    }


def _may_pass(error: aiosmtplib.SMTPException) -> bool:
    """Say whether trying again can help: not after an answer of the 500s (RFC 5321, section 4.2.1)."""
    code = getattr(error, "code", None)
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        code = max((refused.code for refused in error.recipients), default=None)
    return not (isinstance(code, int) and code >= 500)  # noqa: PLR2004 - RFC 5321


def reason_of(error: aiosmtplib.SMTPException) -> str:
    """Return a sentence about why the mail server took nothing."""
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return "The mail server refuses this server's user name or password."
    if isinstance(error, aiosmtplib.SMTPResponseException | aiosmtplib.SMTPRecipientsRefused):
        return "The mail server refuses this mail."
    return "The mail server cannot be reached."
