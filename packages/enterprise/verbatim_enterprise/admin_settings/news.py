"""Telling the other processes of an installation that settings were changed, sooner than they look by themselves."""

from __future__ import annotations

from functools import partial
from typing import Final

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.adapters.channel import CHANNEL, GAP
from verbatim_enterprise.host import SettingsStore, after_commit

NEWS: Final = "settings"


async def start_listening(app: FastAPI) -> None:
    """Read the settings anew when another process says that it changed some."""
    channel = CHANNEL.found(app)
    if channel is None:
        return
    store: SettingsStore = app.state.runtime.store
    for kind in (NEWS, GAP):
        channel.on(kind, lambda _: store.news.set())


def tell_others(session: AsyncSession) -> None:
    """Say so once this transaction is committed."""
    channel = CHANNEL.found(session)
    if channel is not None:
        after_commit(session, partial(channel.send, NEWS, key=NEWS))
