"""Pages that are not ours: with another React of their own, on which the plugin's pages are put."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

MODULE: Final = "/api/plugins/verbatim-enterprise/plugin.js"
REACTS: Final = (18, 19)
_HERE: Final = Path(__file__).parent
_HOST: Final = "<!doctype html><html lang=en><title>Another host</title><div id='root'></div>"
_EIGHTEEN: Final = _HERE / "react-18" / "node_modules"
_OURS: Final = _HERE.parents[1] / "node_modules"
# React 19 comes as modules of Node alone: name, file, and what asks for whom is in them.
_NINETEEN: Final = {
    "react": "react/cjs/react.production.js",
    "scheduler": "scheduler/cjs/scheduler.production.js",
    "react-dom": "react-dom/cjs/react-dom.production.js",
    "react-dom/client": "react-dom/cjs/react-dom-client.production.js",
}
_LOAD: Final = """sources => {
    const made = {};
    const require = name => {
        if (!(name in made)) {
            const module = { exports: {} };
            made[name] = module.exports;
            new Function("module", "exports", "require", sources[name])(module, module.exports, require);
            made[name] = module.exports;
        }
        return made[name];
    };
    window.React = require("react");
    window.ReactDOM = { ...require("react-dom"), ...require("react-dom/client") };
}"""
_PUT: Final = """async ([url, props]) => {
    const { default: Component } = await import(url);
    window.root = ReactDOM.createRoot(document.getElementById("root"));
    window.root.render(React.createElement(Component, props));
}"""


def open_host(page: Page, version: int, query: str = "") -> None:
    """Open a page with this React and nothing on it but a place."""
    page.route("**/another-host*", lambda route: route.fulfill(body=_HOST, content_type="text/html"))
    page.goto(f"/another-host?{query}")
    if version == REACTS[0]:
        for name in ("react", "react-dom"):
            page.evaluate((_EIGHTEEN / name / "umd" / f"{name}.production.min.js").read_text(encoding="utf-8"))
    else:
        page.evaluate(_LOAD, {name: (_OURS / file).read_text(encoding="utf-8") for name, file in _NINETEEN.items()})
    assert str(page.evaluate("() => React.version")).startswith(f"{version}.")


def put(page: Page, **props: object) -> None:
    """Draw the plugin's default export with the host's own React."""
    page.evaluate(_PUT, [MODULE, json.loads(json.dumps(props))])


def take_away(page: Page) -> None:
    """Have the host take it away again."""
    page.evaluate("() => window.root.unmount()")
