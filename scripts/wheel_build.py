"""What the build hooks of the wheels share: building a front end in a checkout."""

from __future__ import annotations

import node_env
import stamps
import web_app
from steps import StepError


def dependencies() -> list[str]:
    """Ask for Node as a wheel where the machine has none that is new enough."""
    return [] if node_env.of_machine() else [node_env.WHEEL]


def build(front_end: web_app.FrontEnd) -> None:
    """Have the front end's files in place.

    Raises:
        RuntimeError: it could not be built.
    """
    try:
        with stamps.one_at_a_time():
            web_app.ensure_built(front_end)
    except StepError as error:
        raise RuntimeError(f"Building {front_end.title} failed.\n{error}") from error
