"""The files of the plugin's pages, and what the web app is told about them."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.staticfiles import StaticFiles
from support_enterprise import Person
from verbatim_enterprise.frontend import routes

BASE = "/api/plugins/verbatim-enterprise"
ENTRY = f"{BASE}/plugin.js"
PUBLIC = {"/setup", "/register", "/invite", "/reset"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a build of two files in the place of the one that a checkout may or may not have."""
    (tmp_path / "dist" / "assets").mkdir(parents=True)
    (tmp_path / "dist" / "plugin.js").write_text("export {}")
    (tmp_path / "dist" / "assets" / "page-Ab12.js").write_text("export {}")
    (tmp_path / "outside.js").write_text("secret")
    monkeypatch.setattr(routes, "_files", StaticFiles(directory=tmp_path / "dist", check_dir=False))
    return tmp_path / "dist"


class TestFiles:
    async def test_entry_is_checked_each_time(self, client: Person, folder: Path) -> None:
        response = await client.get(ENTRY)
        assert response.status_code == 200
        assert response.headers["content-type"] == "text/javascript; charset=utf-8"
        assert response.headers["cache-control"] == "no-cache"
        again = await client.get(ENTRY, headers={"If-None-Match": response.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")

    async def test_hashed_file_is_kept_for_ever(self, client: Person, folder: Path) -> None:
        response = await client.get(f"{BASE}/assets/page-Ab12.js")
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert response.headers["content-type"] == "text/javascript; charset=utf-8"

    @pytest.mark.parametrize(
        "name", ["nothing.js", "assets", "assets/", "%2e%2e/outside.js", "..%2foutside.js", "assets/%00"]
    )
    async def test_nothing_else_is_sent(self, client: Person, folder: Path, name: str) -> None:
        response = await client.get(f"{BASE}/{name}")
        assert response.status_code == 404
        assert response.json()["code"] in {"file_not_found", "not_found"}

    async def test_missing_build_says_what_to_do(self, client: Person, folder: Path) -> None:
        (folder / "plugin.js").unlink()
        response = await client.get(ENTRY)
        assert (response.status_code, response.json()["code"]) == (503, "pages_not_built")


class TestManifest:
    async def test_tells_strangers_which_pages_they_may_see(self, client: Person) -> None:
        manifest = (await client.get("/api/plugins/manifest")).json()
        pages = {route["path"]: route for route in manifest["routes"]}
        assert {path for path, route in pages.items() if route.get("access") == "public"} == PUBLIC
        assert {"/account", "/team", "/admin/users", "/admin/teams"} <= pages.keys()
        assert {route["moduleUrl"] for route in pages.values()} == {ENTRY}
        assert {slot["slot"] for slot in manifest["slots"]} >= {"sidebar-top", "sign-in"}

    async def test_navigation_names_permissions_and_leads_to_pages(self, client: Person) -> None:
        manifest = (await client.get("/api/plugins/manifest")).json()
        items = {item["path"]: item for item in manifest["nav_items"]}
        assert items["/admin/users"]["permission"] == "user:manage"
        assert items["/account"]["section"] == "account"
        assert items.keys() <= {route["path"] for route in manifest["routes"]}
