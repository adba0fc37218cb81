"""Groups of settings read their variables and nothing else, whether one of them is set or none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from verbatim.core.settings.group import CommaSeparated, Group


class Plain(BaseSettings):
    """What a group is without its own way of reading."""

    model_config = SettingsConfigDict(env_prefix="VERBATIM_", extra="ignore", frozen=True)

    colour: str = "green"
    most: int = Field(3, ge=1, le=9)
    names: CommaSeparated = ()
    ports: tuple[int, ...] = (80, 443)
    secret: SecretStr | None = None

    @field_validator("colour")
    @classmethod
    def _small(cls, value: str) -> str:
        return value.lower()


class Own(Group):
    colour: str = "green"
    most: int = Field(3, ge=1, le=9)
    names: CommaSeparated = ()
    ports: tuple[int, ...] = (80, 443)
    secret: SecretStr | None = None

    @field_validator("colour")
    @classmethod
    def _small(cls, value: str) -> str:
        return value.lower()


class Further(Own):
    """A plugin's, with variables of its own."""

    model_config = SettingsConfigDict(env_prefix="VERBATIM_GARDEN_")

    beds: int = 1


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"VERBATIM_OTHER": "1", "COLOUR": "red"},
        {"VERBATIM_COLOUR": "Red"},
        {"verbatim_Most": "7"},
        {"VERBATIM_NAMES": "a, b,", "VERBATIM_PORTS": "[1, 2]"},
        {"VERBATIM_SECRET": "hush"},
        {"VERBATIM_SECRET": ""},
    ],
    ids=lambda one: " ".join(one) or "nothing",
)
@pytest.mark.parametrize("given", [{}, {"colour": "BLUE"}, {"most": 9, "unknown": 1}])
def test_it_reads_what_settings_read(
    environment: dict[str, str], given: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    own, plain = Own(**given), Plain(**given)
    assert own.model_dump() == plain.model_dump()
    assert own.model_fields_set == plain.model_fields_set


@pytest.mark.parametrize("given", [{}, {"most": 12}])
def test_it_refuses_what_makes_no_sense(given: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    if not given:
        monkeypatch.setenv("VERBATIM_MOST", "12")
    with pytest.raises(ValidationError) as caught:
        Own(**given)
    (error,) = caught.value.errors()
    assert (error["loc"], error["type"]) == (("most",), "less_than_equal")


def test_a_group_of_a_plugin_has_its_own_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBATIM_COLOUR", "red")
    monkeypatch.setenv("VERBATIM_GARDEN_BEDS", "4")
    found = Further()
    assert (found.colour, found.beds, found.model_fields_set) == ("green", 4, {"beds"})


def test_values_cannot_be_changed_and_no_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("VERBATIM_COLOUR=red\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERBATIM_MOST", "2")
    for found in (Own(), Own(most=4)):
        assert found.colour == "green"
        with pytest.raises(ValidationError):
            found.most = 5  # type: ignore[misc] # frozen
