"""Trying settings out with values that nobody has saved."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Final, Literal

from fastapi import Request

from verbatim_enterprise.admin_settings.schemas import Trial, TrialResponse, TrialStep
from verbatim_enterprise.auth.oidc.discovery import MOST_PROVIDERS, discover
from verbatim_enterprise.auth.oidc.settings import OidcSettings
from verbatim_enterprise.caller import Caller
from verbatim_enterprise.config import MailSettings
from verbatim_enterprise.host import InvalidSettingsError, SettingsStore, imagined
from verbatim_enterprise.mail.trying import try_mail
from verbatim_enterprise.reaching import Step
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User

_WHERE: Final = ("mail_host", "mail_port", "mail_security")


async def tried(
    request: Request, store: SettingsStore, caller: Caller, part: Literal["mail", "sign_in"], wanted: Mapping[str, Any]
) -> TrialResponse:
    """Try the part out that is asked for.

    Raises:
        UnknownSettingError, SettingLockedError, InvalidSettingsError: the values could not be saved either.
    """
    groups: Mapping[type, Any] = imagined(store, wanted)
    if part == "sign_in":
        return await _providers(groups[OidcSettings])
    mail: MailSettings = groups[MailSettings]
    _keep_the_password_here(store, mail, wanted)
    async with system_transaction(request.app.state.database, read_only=True) as session:
        to = (await session.get_one(User, caller.id)).email
    trial = _trial(mail.mail_host or "mail server", await try_mail(mail, to))
    detail = f"A test mail is on its way to {to}: look whether it arrives." if trial.ok else _failure(trial)
    return TrialResponse(ok=trial.ok, detail=detail, trials=[trial])


def _keep_the_password_here(store: SettingsStore, mail: MailSettings, wanted: Mapping[str, Any]) -> None:
    """Refuse to send the stored password where it was not stored for: nobody is to read it by trying."""
    now: Any = store.wanted[MailSettings]
    elsewhere = any(getattr(mail, name) != getattr(now, name) for name in _WHERE)
    if elsewhere and mail.mail_username and mail.mail_password and "mail_password" not in wanted:
        why = "Type the password again: the stored one is not sent to another mail server, or in another way."
        raise InvalidSettingsError({"mail_password": why})


async def _providers(settings: OidcSettings) -> TrialResponse:
    providers = settings.oidc_providers[:MOST_PROVIDERS]
    if not providers:
        return TrialResponse(ok=False, detail="There is no provider to look at: put one into the list.", trials=[])
    found = await asyncio.gather(*(discover(one) for one in providers))
    trials = [_trial(one.name, steps) for one, steps in zip(providers, found, strict=True)]
    wrong = [one for one in trials if not one.ok]
    detail = _failure(wrong[0]) if wrong else "The providers can be used. After saving, start the server again."
    return TrialResponse(ok=not wrong, detail=detail, trials=trials)


def _trial(name: str, steps: list[Step]) -> Trial:
    return Trial(
        name=name,
        ok=all(step.ok for step in steps),
        steps=[TrialStep.model_validate(step) for step in steps],
    )


def _failure(trial: Trial) -> str:
    return f"{trial.name}: {next(step.detail for step in trial.steps if step.ok is False)}"
