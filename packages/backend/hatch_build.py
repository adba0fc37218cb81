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

_ENTRY = "verbatim/static/index.html"


class WebAppHook(BuildHookInterface[Any]):
    """Builds the built web app with the checkout's own scripts, or uses what the source distribution holds."""

    def dependencies(self) -> list[str]:
        """Say what building takes."""
        if os.environ.get("VERBATIM_SKIP_WEB") or not self._in_checkout():
            return []
        import wheel_build  # noqa: PLC0415 - only a checkout has it

        return wheel_build.dependencies()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's signature
        """Have the built web app in place.

        Raises:
            RuntimeError: it is neither there nor can it be built.
        """
        if version == "editable":
            return
        if os.environ.get("VERBATIM_SKIP_WEB"):
            self.app.display_warning("VERBATIM_SKIP_WEB is set: this package will have no web app.")
        elif self._in_checkout():
            import web_app  # noqa: PLC0415 - only a checkout has them
            import wheel_build  # noqa: PLC0415

            wheel_build.build(web_app.CORE)
        elif not (Path(self.root) / _ENTRY).exists():
            raise RuntimeError(
                f"This source tree has neither the built web app ({_ENTRY}) nor its sources (packages/web): "
                "build from a full checkout or from a source distribution."
            )

    def _in_checkout(self) -> bool:
        scripts = Path(self.root).parent.parent / "scripts"
        found = (scripts / "wheel_build.py").exists()
        if found and str(scripts) not in sys.path:
            sys.path.insert(0, str(scripts))
        return found
