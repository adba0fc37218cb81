"""What the search feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.search.catching_up import start_catching_up, stop_catching_up
from verbatim.search.routes import router

feature = Feature(
    name="search", routers={"/api/search": router}, startup=(start_catching_up,), shutdown=(stop_catching_up,)
)
