"""Parts of a server: found where they were put, and never lost without a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi import FastAPI
from verbatim.core.services import Service, ServiceMissingError, ServiceNotKeptError


@dataclass
class Store:
    """What carries parts, as a database does."""

    info: dict[Any, Any] = field(default_factory=dict)


LAMP, OTHER_LAMP = Service[str]("lamp"), Service[int]("lamp")
SWITCH = Service[str]("switch")


def _begun() -> FastAPI:
    app = FastAPI()
    app.state.database = Store()
    return app


def test_one_is_found_by_the_server_and_by_its_database() -> None:
    app = _begun()
    assert LAMP.put(app, "lit") == "lit"
    assert [LAMP.of(one) for one in (app, app.state, app.state.database)] == ["lit"] * 3
    assert SWITCH.found(app) is None
    with pytest.raises(ServiceMissingError):
        SWITCH.of(app)


def test_another_takes_its_place() -> None:
    app = _begun()
    LAMP.put(app, "lit")
    LAMP.put(app, "dark")
    assert LAMP.of(app) == "dark"


def test_before_there_is_a_database_nothing_is_taken() -> None:
    app = FastAPI()
    with pytest.raises(ServiceNotKeptError, match="no database"):
        LAMP.put(app, "lit")
    assert LAMP.found(app) is None
    app.state.database = None
    with pytest.raises(ServiceNotKeptError):
        LAMP.put(app, "lit")


@pytest.mark.parametrize("by", ["application", "database"])
def test_two_kinds_of_one_name_are_noticed(by: str) -> None:
    app = _begun()
    LAMP.put(app, "lit")
    with pytest.raises(ServiceNotKeptError, match="lamp"):
        OTHER_LAMP.put(app if by == "application" else app.state.database, 5)
    assert LAMP.of(app) == "lit"
    assert app.state.lamp == "lit"
    SWITCH.put(app, "up")
