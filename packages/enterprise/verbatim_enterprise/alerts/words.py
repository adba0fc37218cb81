"""Alerts in words, without what lets anybody in: they leave the server by mail and are kept for months."""

from __future__ import annotations

import re
from typing import Final

from verbatim_enterprise.alerts.decide import Kind
from verbatim_enterprise.alerts.models import Alert
from verbatim_enterprise.audit.scrub import line
from verbatim_enterprise.host import CheckStatus
from verbatim_enterprise.mail.message import called

_IN_ADDRESS: Final = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*://)[^/\s\"'@]+@", re.IGNORECASE)
_GIVEN: Final = re.compile(
    r"(?i)\b(?P<name>[\w-]*(?:passw(?:or)?d|pwd|secret|token|credential|signature|api[_-]?key))(?P<is>\s*[=:]\s*)[^\s,;&]+"
)
_MOST: Final = 1_000
_SHOWN: Final = 10


def harmless(text: str) -> str:
    """Return a finding's sentence as one line without names and passwords in addresses, keys and tokens."""
    cut = _IN_ADDRESS.sub(r"\g<scheme>…@", text[: _MOST * 4])
    return line(_GIVEN.sub(r"\g<name>\g<is>…", cut), _MOST)


def title(alert: Alert) -> str:
    """Return an alert in a few words."""
    name = alert.name[:1].upper() + alert.name[1:] + (f" on {alert.host}" if alert.host else "")
    if alert.kind == Kind.RESOLVED:
        return f"{name} is well again"
    state = "is broken" if alert.status == CheckStatus.FAILED else "needs attention"
    return f"{name} still {state}" if alert.kind == Kind.REMINDER else f"{name} {state}"


def subject(alerts: list[Alert]) -> str:
    """Return the subject of the mail about alerts, the worst first."""
    more = f", and {len(alerts) - 1} more" if len(alerts) > 1 else ""
    return f"{called()}: {title(alerts[0])}{more}"


def paragraphs(alerts: list[Alert]) -> tuple[str, ...]:
    """Return the mail's text."""
    shown = [f"{title(one)}. {one.detail} {one.todo}".strip() for one in alerts[:_SHOWN]]
    left = [f"{len(alerts) - _SHOWN} more are on the page."] if len(alerts) > _SHOWN else []
    how = "You get this mail because you look after this server. The page Alerts is where to switch such mails off."
    return (*shown, *left, how)
