"""The present values of groups of settings, for whoever reads them.

`current` gives an object that stands for a group and always shows its present values: features keep it for as long as
they like. Whenever a value changes, all values of a group are exchanged at once, so that nobody sees half a change.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar, cast

from pydantic_settings import BaseSettings

G = TypeVar("G", bound=BaseSettings)


class View(Generic[G]):
    """Stands for a group; its attributes are those of the values that count now."""

    def __init__(self, values: G) -> None:
        self.given_values = self.shown_values = values

    def __getattr__(self, name: str) -> Any:
        if name in {"given_values", "shown_values"}:
            raise AttributeError(name)  # while it is being copied it has neither yet
        return getattr(self.shown_values, name)

    def __repr__(self) -> str:
        return repr(self.shown_values)  # in which secrets do not show


_views: dict[type[BaseSettings], View[Any]] = {}


def stand_for(values: G) -> G:
    """Return what stands for these values and for those that take their place. To its readers it is the group."""
    return cast("G", View(values))


def current(group: type[G]) -> G:
    """Return what always shows the present values of a group in this process; at first those of the environment."""
    if group not in _views:
        _views[group] = View(group())
    return cast("G", _views[group])


def begin_with(values: G) -> G:
    """Let `current` give these values from now on, for whoever asks it from now on."""
    _views[type(values)] = View(values)
    return current(type(values))


def given_values(group: G) -> G:
    """Return the values that the environment and the defaults gave what stands for a group."""
    return cast("G", group.given_values) if isinstance(group, View) else group


def exchange(group: G, values: G) -> None:
    """Let what stands for a group show other values."""
    view: object = group
    assert isinstance(view, View)  # noqa: S101 - made by this module
    view.shown_values = values
