"""Does the mail server take what this server sends?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Check, Database, HealthCheck, Settings, lazy
from verbatim_enterprise.mail.service import connection_of, reason_of

if TYPE_CHECKING:
    import aiosmtplib
else:
    aiosmtplib = lazy("aiosmtplib")

_NAME: Final = "mail"
_TIMEOUT: Final = 4.0


async def check_mail(_: Settings, __: Database) -> Check:
    """Connect and sign in as for a mail, without sending one."""
    settings = enterprise_settings().mail
    if not settings.mail_host:
        return Check(_NAME, ok=True, detail="No mail is sent: no mail server is set.")
    client = aiosmtplib.SMTP(**{**connection_of(settings), "timeout": _TIMEOUT})
    where = f"{settings.mail_host}:{settings.mail_port}"
    try:
        async with client:
            await client.noop()
    except aiosmtplib.SMTPException as error:
        return Check(_NAME, ok=False, detail=f"{where}: {reason_of(error)}")
    except (OSError, TimeoutError):
        return Check(_NAME, ok=False, detail=f"{where}: The mail server cannot be reached.")
    return Check(_NAME, ok=True, detail=f"{where} takes mail from this server.")


MAIL: Final = HealthCheck("mail", check_mail, setting="mail_host", seconds=15, needs_database=False)
