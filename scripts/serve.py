"""`verbatim serve` for make, or another command beside it: with a test licence to try everything out, and Ctrl-C is how
a server is meant to end.

Somebody at a desktop sees the page that makes the first account open by itself.
"""

from __future__ import annotations

import http
import http.client
import os
import sys
import threading
import time
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

from verbatim.cli import main

_INTERRUPTED = 130
_MODE, _KEY = "VERBATIM_LICENSE_MODE", "VERBATIM_LICENSE_KEY"
_PATIENCE_SECONDS = 120.0
_PAGE = "set-up.html"


def use_test_license() -> None:
    """Give a server for organisations the bundled test licence, unless something was said about its licence."""
    if os.environ.get("VERBATIM_MODE") != "enterprise" or os.environ.get(_MODE, "test") != "test" or _KEY in os.environ:
        return
    # Only there when the plugin is.
    from verbatim_enterprise.license.keys import bundled_test_license  # noqa: PLC0415

    os.environ |= {_MODE: "test", _KEY: bundled_test_license()}


def has_desktop() -> bool:
    """Say whether whoever typed this sits at a desktop of this machine, and wants windows to open."""
    if not sys.stdout.isatty() or "SSH_CONNECTION" in os.environ or "CI" in os.environ:
        return False
    return sys.platform == "darwin" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())


def open_set_up_page() -> None:
    """Open the page with the set-up token in its address as soon as the server answers, if it has no administrator."""
    from verbatim.config import Settings  # noqa: PLC0415 - mistakes in it are told by the server

    # Only there when the plugin is.
    from verbatim_enterprise.addresses import local_origin  # noqa: PLC0415
    from verbatim_enterprise.auth.setup_token import FILE_NAME, link_to_set_up  # noqa: PLC0415

    settings = Settings()
    folder, here = settings.data_dir.resolve(), local_origin(settings)
    if _answers(urlsplit(here).netloc) and (folder / FILE_NAME).exists():
        token = (folder / FILE_NAME).read_text("utf-8").strip()
        webbrowser.open(_page_that_leads_to(link_to_set_up(here, token), folder / _PAGE))


def _page_that_leads_to(link: str, page: Path) -> str:
    """Write a page that leads on, for half a minute: what a browser is started with is for all to read."""
    page.unlink(missing_ok=True)
    with os.fdopen(os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f'<!doctype html><meta http-equiv="refresh" content="0; url={link}">\n')
    end = threading.Timer(30, page.unlink, kwargs={"missing_ok": True})
    end.daemon = True
    end.start()
    return page.as_uri()


def _answers(where: str) -> bool:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        connection = http.client.HTTPConnection(where, timeout=5)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            time.sleep(0.2)
        finally:
            connection.close()
    return False


if __name__ == "__main__":
    command = sys.argv[1:] or ["serve"]
    sys.argv = ["verbatim", *command]
    use_test_license()
    if command == ["serve"] and os.environ.get("VERBATIM_MODE") == "enterprise" and has_desktop():
        threading.Thread(target=open_set_up_page, daemon=True).start()
    try:
        main()
    except SystemExit as end:
        # make has no error to report when somebody pressed Ctrl-C.
        sys.exit(0 if end.code == _INTERRUPTED else end.code)
