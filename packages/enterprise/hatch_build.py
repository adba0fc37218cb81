"""Puts the built pages of the plugin into the wheel and the source distribution.

In a checkout they are built from packages/enterprise/frontend when their sources changed; a source distribution already
carries them. Editable installs are served from the checkout and need nothing. VERBATIM_SKIP_WEB=1 leaves them out.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ENTRY = "verbatim_enterprise/frontend/dist/plugin.js"


class PluginPagesHook(BuildHookInterface[Any]):
    """Builds the plugin's pages with the checkout's own scripts, or uses what the source distribution holds."""

    def dependencies(self) -> list[str]:
        """Say what building takes."""
        if os.environ.get("VERBATIM_SKIP_WEB") or not self._in_checkout():
            return []
        import wheel_build  # noqa: PLC0415 - only a checkout has it

        return wheel_build.dependencies()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's signature
        """Have the built pages of the plugin in place.

        Raises:
            RuntimeError: they are neither there nor can they be built.
        """
        if version == "editable":
            return
        if os.environ.get("VERBATIM_SKIP_WEB"):
            self.app.display_warning("VERBATIM_SKIP_WEB is set: this package will have no pages.")
        elif self._in_checkout():
            import web_app  # noqa: PLC0415 - only a checkout has them
            import wheel_build  # noqa: PLC0415

            wheel_build.build(web_app.ENTERPRISE)
        elif not (Path(self.root) / _ENTRY).exists():
            raise RuntimeError(
                f"This source tree has neither the built pages of the plugin ({_ENTRY}) nor their sources "
                "(packages/enterprise/frontend): build from a full checkout or from a source distribution."
            )

    def _in_checkout(self) -> bool:
        scripts = Path(self.root).parent.parent / "scripts"
        found = (scripts / "wheel_build.py").exists()
        if found and str(scripts) not in sys.path:
            sys.path.insert(0, str(scripts))
        return found
