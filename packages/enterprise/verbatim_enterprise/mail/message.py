"""A mail, and its form on the wire."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from html import escape

from verbatim_enterprise.addresses import link_to
from verbatim_enterprise.config import MailSettings
from verbatim_enterprise.host import PRODUCT, BrandSettings, current, present_look, utcnow
from verbatim_enterprise.users.names import mail_address, normal_email

_PAGE = (
    '<!doctype html><html><body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;'
    'color:#1c2430;max-width:36em;margin:2em auto;padding:0 1em">{body}</body></html>'
)
_BUTTON = (
    '<p><a href="{url}" style="display:inline-block;background:{colour};color:#ffffff;text-decoration:none;'
    'padding:0.6em 1.2em;border-radius:6px">{label}</a></p><p style="color:#5b6675">{url}</p>'
)


@dataclass(frozen=True)
class Mail:
    """What somebody gets: a subject, paragraphs, and perhaps one link, put after the first paragraph."""

    to: str
    subject: str
    paragraphs: tuple[str, ...]
    link: str | None = None
    link_label: str = ""

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Mail:
        fields = json.loads(text)
        return cls(**{**fields, "paragraphs": tuple(fields["paragraphs"])})

    def render(self, settings: MailSettings, *, message_id: str) -> EmailMessage:
        """Return the mail as plain text and simple HTML.

        Nothing in it can add a header: the address has only letters that are harmless there, and everything else is one
        line of text.

        Raises:
            ValueError: the address is none.
        """
        message = EmailMessage(policy=SMTP)
        message["From"] = f"{_quoted(settings.mail_from_name or called())} <{settings.mail_from}>"
        message["To"] = mail_address(normal_email(self.to))
        message["Subject"] = _one_line(self.subject)
        message["Date"] = format_datetime(utcnow())
        message["Message-ID"] = message_id
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
        message.set_content(self._text())
        message.add_alternative(self._html(), subtype="html")
        return message

    def _text(self) -> str:
        first, *rest = self.paragraphs
        link = [f"{self.link_label}:\n{self.link}"] if self.link else []
        return "\n\n".join([first, *link, *rest]) + "\n"

    def _html(self) -> str:
        first, *rest = (f"<p>{escape(text)}</p>" for text in self.paragraphs)
        link = (
            [_BUTTON.format(colour=current(BrandSettings).button, url=escape(self.link), label=escape(self.link_label))]
            if self.link
            else []
        )
        return _PAGE.format(body="".join([_head(), first, *link, *rest]))


def called() -> str:
    """Return what this installation is called."""
    return current(BrandSettings).brand_name


def _head() -> str:
    """Return the name and, where the server knows its own address, the logo; nothing for the product's own look."""
    look = present_look()
    if look.name == PRODUCT and not look.logo:
        return ""
    address = link_to(look.logo) if look.logo else None
    picture = (
        f'<img src="{escape(address)}" alt="" width="32" height="32" style="vertical-align:middle"> ' if address else ""
    )
    return f"<p>{picture}<strong>{escape(look.name)}</strong></p>"


def new_message_id(settings: MailSettings) -> str:
    """Return a Message-ID in the sender's domain, so that the name of this machine stays at home."""
    return make_msgid(domain=settings.mail_from.rpartition("@")[2])


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _quoted(name: str) -> str:
    escaped = _one_line(name).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
