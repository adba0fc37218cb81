"""Files for spreadsheets: nothing in them is run, and nothing becomes something else than what was written."""

from __future__ import annotations

import ast
import csv
import io
from pathlib import Path

import pytest
import verbatim
import verbatim_enterprise
from support_enterprise import PASSWORD, Person
from support_teams import ok
from verbatim_enterprise.people.sheet import lines_of
from verbatim_enterprise.spreadsheet import BYTE_ORDER_MARK, Separator, csv_head, csv_lines, harmless

SIGNS = {"comma": ",", "semicolon": ";", "tab": "\t"}
RUN = ("=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\uff1d1", "|cmd", "%0A=1", "\r=1")
GUESSED = (
    *("007", "0049301234567", "4111111111111111", "1e5", "2.5E-3", "1-2", "3/4", "12:30", "1.2", "1,5", "2026-11-30"),
    *("7 pm", "1 Mar", "MAR1", "March 1", "3-sep-24", "5.", "true", "FALSE", " 007 "),
)
LEFT = (
    "7",
    "123456789012345",
    "Jürgen",
    "10.0.0.1",
    "a007",
    "0x1F",
    "Maria",
    "mars",
    "1 Meyer",
    "trueman",
    "",
    "Ärger",
    "1;2",
)


def _read(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), delimiter=SIGNS[separator]))


@pytest.mark.parametrize("cell", [*RUN, *GUESSED])
def test_what_a_spreadsheet_would_run_or_guess_is_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", LEFT)
def test_what_stays_as_it_is_is_left_alone(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize("separator", list(Separator))
def test_every_cell_comes_back_whatever_is_in_it(separator: Separator) -> None:
    cells = ['a "quoted" word', "one\ntwo", ";,\t|", "ends with a backslash \\", " blanks ", "", "日本語", "'"]
    text = csv_head(["id", "text"], separator) + csv_lines([[cell, "x"] for cell in cells], separator)
    assert text.startswith(f'{BYTE_ORDER_MARK}"id"'), "and not with ID, which Excel takes for another format"
    assert [row[0] for row in _read(text, separator)[1:]] == cells
    assert _read(csv_lines([["one\r\ntwo\rthree\x00"]], separator), separator) == [["one\ntwo\nthree"]]


def test_a_cell_is_no_longer_than_excel_can_take() -> None:
    (row,) = _read(csv_lines([["x" * 40_000, "y"]]), "comma")
    assert len(row[0]) == 32_767
    assert row[0].endswith(" … (cut)")
    assert row[1] == "y"


@pytest.mark.parametrize("separator", [None, *SIGNS])
async def test_the_exports_in_each_country(admin: Person, separator: str | None) -> None:
    for number, name in enumerate(("0049301234567", "=1+1", 'Jürgen; "J, Ö"')):
        person = {"username": f"u{number}", "email": f"u{number}@example.org", "display_name": name}
        ok(await admin.post("/api/users", json={**person, "password": PASSWORD}), 201)
    asked = {} if separator is None else {"separator": separator}
    people = await admin.get("/api/users/export", params={"role": "user", **asked})
    log = await admin.get("/api/admin/audit/export", params={"format": "csv", **asked})
    for answer in (people, log):
        assert answer.status_code == 200, answer.text
        assert answer.content.startswith(b"\xef\xbb\xbf")
        rows = _read(answer.content.decode("utf-8-sig"), separator or "comma")
        assert {len(row) for row in rows} == {len(rows[0])}
        assert len(rows) > 3
    names = [row[3] for row in _read(people.content.decode("utf-8-sig"), separator or "comma")[1:]]
    assert names == ["'0049301234567", "'=1+1", 'Jürgen; "J, Ö"']
    read = [line.cells["display_name"] for line in lines_of(people.content.decode())]
    assert read == ["0049301234567", "=1+1", 'Jürgen; "J, Ö"'], "and back again"


@pytest.mark.parametrize("separator", ["pipe", ";", "", "COMMA", "comma,tab"])
@pytest.mark.parametrize("url", ["/api/users/export", "/api/admin/audit/export"])
async def test_another_separator_is_refused_by_its_name(admin: Person, url: str, separator: str) -> None:
    refused = await admin.get(url, params={"separator": separator})
    assert (refused.status_code, "separator" in refused.text) == (422, True)


def test_nothing_else_writes_such_files() -> None:
    found = set()
    for package in (verbatim, verbatim_enterprise):
        folder = Path(package.__file__ or "").parent
        for file in folder.rglob("*.py"):
            tree = ast.walk(ast.parse(file.read_text("utf-8")))
            if any(
                isinstance(node, ast.Attribute) and ast.unparse(node) in {"csv.writer", "csv.DictWriter"}
                for node in tree
            ):
                found.add(file.relative_to(folder.parent).as_posix())
    assert found == {"verbatim_enterprise/spreadsheet.py"}
