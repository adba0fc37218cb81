"""The plugin: a loop over its features. Nothing of them is loaded before it registers: all commands meet this file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbatim_enterprise import __version__

if TYPE_CHECKING:
    from verbatim_enterprise.host import PluginRegistry


class EnterprisePlugin:
    """What the entry point ``enterprise`` leads to."""

    name: str = "verbatim-enterprise"
    version: str = __version__
    api_version: int = 1
    modes: tuple[str, ...] = ("enterprise",)
    commands: dict[str, str] = {  # noqa: RUF012 - as the seam wants it
        "users": "Accounts, for whoever runs the server.",
        "audit": "The audit log: check it, and export it with its proof.",
    }

    def register(self, registry: PluginRegistry) -> None:
        """Contribute everything.

        Raises:
            SettingsError: a setting cannot be used; the server does not start.
            BundledKeyError: a public key in the package cannot be used; no licence could be checked.
        """
        from verbatim_enterprise.contents import contribute  # noqa: PLC0415 - see above

        contribute(registry)
