"""What the plugin adds to the web app: its pages, their places in the navigation, and what it puts into core pages."""

from __future__ import annotations

from typing import Any, Final

from verbatim_enterprise.frontend.routes import ENTRY, PREFIX, router
from verbatim_enterprise.host import Feature, Permission

MODULE: Final = f"{PREFIX}/{ENTRY}"


def _page(path: str, title: str, **more: Any) -> dict[str, Any]:
    return {"path": path, "title": title, "renderMode": "module", "moduleUrl": MODULE, **more}


def _slot(slot: str) -> dict[str, Any]:
    return {"slot": slot, "key": f"enterprise-{slot}", "moduleUrl": MODULE}


feature = Feature(
    name="frontend",
    routers={PREFIX: router},
    pages=(
        _page("/setup", "Set up", access="public"),
        _page("/register", "Create an account", access="public"),
        _page("/invite", "Invitation", access="public"),
        _page("/join", "Invitation"),
        _page("/reset", "New password", access="public"),
        _page("/account", "Account"),
        _page("/account/keys", "API keys"),
        _page("/team", "Team"),
        _page("/team/retention", "Retention"),
        _page("/team/webhooks", "Webhooks", permission=Permission.WEBHOOK_MANAGE),
        _page("/api-keys", "API keys"),
        _page("/webhooks", "Webhooks", permission=Permission.WEBHOOK_MANAGE),
        _page("/teams", "Teams", permission=Permission.TEAM_MANAGE),
        _page("/admin", "Overview", permission=Permission.SYSTEM_OPERATE),
        _page("/admin/alerts", "Alerts", permission=Permission.SYSTEM_OPERATE),
        _page("/admin/jobs", "Jobs", permission=Permission.SYSTEM_OPERATE),
        _page("/admin/users", "Users", permission=Permission.USER_MANAGE),
        _page("/admin/teams", "Teams", permission=Permission.TEAM_MANAGE),
        _page("/admin/sign-in", "Sign-in", permission=Permission.SYSTEM_ADMIN),
        _page("/admin/license", "Licence", permission=Permission.LICENSE_MANAGE),
        _page("/admin/settings", "Server settings", permission=Permission.SETTINGS_MANAGE),
        _page("/admin/models", "Language models", permission=Permission.SETTINGS_MANAGE),
        _page("/admin/storage", "Storage", permission=Permission.SETTINGS_MANAGE),
        _page("/admin/audit", "Audit log", permission=Permission.AUDIT_READ),
    ),
    nav=(
        {"key": "account", "label": "Account", "path": "/account", "icon": "user", "section": "account", "order": 10},
        {"key": "keys", "label": "API keys", "path": "/account/keys", "icon": "key", "section": "account", "order": 20},
        {"key": "team", "label": "Team", "path": "/team", "icon": "users", "section": "Team", "order": 10},
        {
            "key": "retention",
            "label": "Retention",
            "path": "/team/retention",
            "icon": "hourglass",
            "section": "Team",
            "order": 15,
        },
        {
            "key": "webhooks",
            "label": "Webhooks",
            "path": "/team/webhooks",
            "icon": "webhook",
            "section": "Team",
            "permission": Permission.WEBHOOK_MANAGE,
            "order": 20,
        },
        {
            "key": "overview",
            "label": "Overview",
            "path": "/admin",
            "icon": "gauge",
            "section": "Administration",
            "permission": Permission.SYSTEM_OPERATE,
            "order": 5,
        },
        {
            "key": "alerts",
            "label": "Alerts",
            "path": "/admin/alerts",
            "icon": "bell",
            "section": "Administration",
            "permission": Permission.SYSTEM_OPERATE,
            "order": 10,
        },
        {
            "key": "jobs",
            "label": "Jobs",
            "path": "/admin/jobs",
            "icon": "hourglass",
            "section": "Administration",
            "permission": Permission.SYSTEM_OPERATE,
            "order": 45,
        },
        {
            "key": "users",
            "label": "Users",
            "path": "/admin/users",
            "icon": "users",
            "section": "Administration",
            "permission": Permission.USER_MANAGE,
            "order": 20,
        },
        {
            "key": "teams",
            "label": "Teams",
            "path": "/admin/teams",
            "icon": "shield",
            "section": "Administration",
            "permission": Permission.TEAM_MANAGE,
            "order": 30,
        },
        {
            "key": "sign-in",
            "label": "Sign-in",
            "path": "/admin/sign-in",
            "icon": "key",
            "section": "Administration",
            "permission": Permission.SYSTEM_ADMIN,
            "order": 40,
        },
        {
            "key": "language-models",
            "label": "Language models",
            "path": "/admin/models",
            "icon": "sliders",
            "section": "Administration",
            "permission": Permission.SETTINGS_MANAGE,
            "order": 45,
        },
        {
            "key": "server-settings",
            "label": "Server settings",
            "path": "/admin/settings",
            "icon": "sliders",
            "section": "Administration",
            "permission": Permission.SETTINGS_MANAGE,
            "order": 50,
        },
        {
            "key": "storage",
            "label": "Storage",
            "path": "/admin/storage",
            "icon": "drive",
            "section": "Administration",
            "permission": Permission.SETTINGS_MANAGE,
            "order": 55,
        },
        {
            "key": "audit",
            "label": "Audit log",
            "path": "/admin/audit",
            "icon": "history",
            "section": "Administration",
            "permission": Permission.AUDIT_READ,
            "order": 60,
        },
        {
            "key": "license",
            "label": "Licence",
            "path": "/admin/license",
            "icon": "seal",
            "section": "Administration",
            "permission": Permission.LICENSE_MANAGE,
            "order": 90,
        },
    ),
    settings_tabs=(
        {
            "key": "enterprise",
            "label": "Server",
            "permission": Permission.SETTINGS_MANAGE,
            **_page("/settings/enterprise", "Server"),
        },
    ),
    slots=(_slot("no-access"), _slot("page-top"), _slot("recording.sidebar"), _slot("sidebar-top"), _slot("sign-in")),
)
