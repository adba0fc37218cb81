"""Mails carry the name, colour and logo of the installation, and nothing that somebody could put into them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support_logo import ADDRESS
from verbatim.core.brand.settings import BrandSettings
from verbatim.core.settings.current import begin_with
from verbatim_enterprise.config import MailSettings, enterprise_settings
from verbatim_enterprise.mail.message import Mail

FROM = MailSettings(mail_host="mail.example.org", mail_from="no-reply@example.org")
MAIL = Mail(
    to="grace@example.org", subject="Hello", paragraphs=("One.",), link="https://v.example.org/x", link_label="Go"
)


@pytest.fixture
def worn() -> Iterator[None]:
    """Give the installation a look of its own."""
    begin_with(BrandSettings(brand_name='Radio <b>"Köln"', brand_accent="#cc0066", brand_logo=ADDRESS))
    yield
    begin_with(BrandSettings())


def html_of(mail: Mail, settings: MailSettings = FROM) -> tuple[str, str]:
    message = mail.render(settings, message_id="<1@example.org>")
    body = message.get_body(("html",))
    assert body is not None
    return str(message["From"]), body.get_content()


@pytest.mark.usefixtures("worn")
def test_the_name_the_colour_and_the_logo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enterprise_settings().web, "public_url", "https://v.example.org")
    sender, html = html_of(MAIL)
    assert "Radio <b>" in sender
    assert "no-reply@example.org" in sender
    assert "Radio &lt;b&gt;&quot;Köln&quot;" in html
    assert "background:#cc0066" in html
    assert 'src="https://v.example.org/api/brand/logo?v=' in html
    named = FROM.model_copy(update={"mail_from_name": "The archive"})
    assert html_of(MAIL, named)[0].startswith('"The archive"') or html_of(MAIL, named)[0].startswith("The archive")


@pytest.mark.usefixtures("worn")
def test_a_server_that_does_not_know_its_address_sends_no_picture() -> None:
    assert "<img" not in html_of(MAIL)[1]


def test_the_product_sends_what_it_has_always_sent() -> None:
    sender, html = html_of(MAIL)
    assert sender.startswith("Verbatim")
    assert "background:#2b5fc0" in html
    assert "<strong>" not in html
