"""Libraries that are loaded when they are first used.

Every command and every server pays for what is imported above its functions, whether it is used or not. What most
starts never touch (sound, other programs' protocols, migrations) is imported so::

    if TYPE_CHECKING:
        import av
    else:
        av = lazy("av")

A test names what a server that has just started must not have loaded.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class _Lazy(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        found = getattr(import_module(self.__name__), name)
        setattr(self, name, found)
        return found


def lazy(name: str) -> ModuleType:
    """Return what stands for the module ``name``. What is wrong with its import shows at the first use."""
    return _Lazy(name)


def load_without(name: str, unwanted: str) -> None:
    """Load the module ``name`` as if the package ``unwanted``, of which nothing here uses anything, were not there."""
    if name in sys.modules or unwanted in sys.modules:
        return
    sys.modules[unwanted] = None  # type: ignore[assignment] # how Python is told that there is no such module
    try:
        import_module(name)
    finally:
        del sys.modules[unwanted]


@contextmanager
def late_models() -> Iterator[None]:
    """Load modules inside of this, and their models of pydantic are built at their first use instead of where they
    stand: there are hundreds, and a server that has just started uses few.
    """
    from pydantic import BaseModel, ConfigDict  # noqa: PLC0415 - not every command needs it

    usual = BaseModel.model_config
    BaseModel.model_config = ConfigDict(defer_build=True)
    try:
        yield
    finally:
        BaseModel.model_config = usual
