"""Types of the fixtures that make things."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI
from support_enterprise import Person

MakePerson = Callable[..., Person]
MakeUser = Callable[..., Awaitable[Person]]
MakeApp = Callable[[], FastAPI]
MakeWebhook = Callable[..., Awaitable[dict[str, Any]]]
