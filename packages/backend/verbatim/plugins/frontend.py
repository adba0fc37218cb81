"""What a plugin may add to the pages: registered here, told to browsers by the manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verbatim.plugins.contributions import Contributions, FrontendRoute, RegistrationError, path_of


class FrontendRegistry:
    """The part of the registry that is about pages."""

    contributions: Contributions

    def add_frontend_routes(self, routes: Sequence[FrontendRoute]) -> None:
        """Add pages: a string (iframe) or ``{path, renderMode: "iframe"|"module", moduleUrl, title?, access?}``.

        With ``access: "public"`` a page is drawn without the side bar, and for people who are not signed in too: for
        what comes before signing in, such as making an account. Other pages ask for sign-in where the server does.
        """
        known = {path_of(route) for route in self.contributions.frontend_routes}
        for route in routes:
            if path_of(route) in known:
                raise RegistrationError(f"The page {path_of(route)} is registered twice.")
            _check_page(route)
            known.add(path_of(route))
            self.contributions.frontend_routes.append(route)

    def add_frontend_nav_items(self, items: Sequence[Mapping[str, Any]]) -> None:
        """Add entries to the side bar: ``{key, label, path, icon?, section?, order?, permission?, words?, search?}``.

        The command menu also finds an entry by its ``words``; with ``search`` it offers ``path?q=`` for what was typed.
        Whoever lacks ``permission`` does not see the entry; the page behind it has to refuse by itself. Entries of the
        section ``account`` stand in the menu of the person who is signed in.
        """
        _add_keyed(self.contributions.frontend_nav_items, items, "navigation item")

    def add_frontend_settings_tab(self, tab: Mapping[str, Any]) -> None:
        """Add a tab to the settings page: ``{key, label, moduleUrl | path, renderMode?}``."""
        _add_keyed(self.contributions.frontend_settings_tabs, [tab], "settings tab")

    def add_frontend_slots(self, slots: Sequence[Mapping[str, Any]]) -> None:
        """Put a module into a named place of a core page: ``{slot, key, moduleUrl}``. The places are
        ``dashboard.bottom``, ``page-top``, ``recording.sidebar``, ``sidebar-top`` and ``sign-in`` (below its form).
        """
        _add_keyed(self.contributions.frontend_slots, slots, "slot")


def _add_keyed(known: list[Mapping[str, Any]], items: Sequence[Mapping[str, Any]], what: str) -> None:
    for item in items:
        if "key" not in item:
            raise RegistrationError(f"A {what} needs a key: {dict(item)}.")
        if item["key"] in {other["key"] for other in known}:
            raise RegistrationError(f"The {what} {item['key']} is registered twice.")
        known.append(item)


def _check_page(route: FrontendRoute) -> None:
    if isinstance(route, str):
        return
    if route.get("renderMode") not in {"iframe", "module"}:
        raise RegistrationError(f"The page {path_of(route)} needs the renderMode iframe or module.")
    if route.get("access", "signed-in") not in {"public", "signed-in"}:
        raise RegistrationError(f"The page {path_of(route)} may have the access public or signed-in.")
