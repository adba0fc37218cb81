"""Pages that promise something: links lead somewhere, settings exist, commands are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from verbatim.config import Mode, Settings
from verbatim.registration import build_registry
from verbatim_enterprise.plugin import EnterprisePlugin

_ROOT = Path(__file__).parent.parent
_PAGES = sorted([*_ROOT.glob("*.md"), *(_ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_VARIABLE = re.compile(r"VERBATIM_[A-Z]+(?:_[A-Z]+)*\b(?!_)")
_TARGET = re.compile(r"`make ([a-z]+)")
_KNOWN = build_registry(Settings(mode=Mode.ENTERPRISE), [EnterprisePlugin()]).variables()
# Read by the tests and the build, not by the product.
_OTHER_VARIABLES = {"VERBATIM_TEST_CHROMIUM", "VERBATIM_SKIP_WEB", "VERBATIM_SERVER", "VERBATIM_KEY"}


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: str(page.relative_to(_ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    broken = [link for link in _LINK.findall(_text(page)) if not (page.parent / link).exists()]

    assert broken == []


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: str(page.relative_to(_ROOT)))
def test_settings_exist(page: Path) -> None:
    known = _KNOWN | _OTHER_VARIABLES

    named = set(_VARIABLE.findall(_text(page)))
    assert {name for name in named if name not in known and name.removesuffix("_FILE") not in known} == set()


def test_no_setting_is_named_like_a_file_that_holds_one() -> None:
    assert [name for name in _KNOWN if name.endswith("_FILE")] == []


def test_make_has_the_targets_that_pages_name() -> None:
    makefile = _text(_ROOT / "Makefile")
    named = {target for page in _PAGES for target in _TARGET.findall(_text(page))}

    assert {"run", "test", "bench"} <= named
    assert [target for target in sorted(named) if f"\n{target}:" not in makefile] == []
