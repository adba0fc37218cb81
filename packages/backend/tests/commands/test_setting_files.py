"""Secrets that stand in files, as containers and service managers hand them over."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.processes import run_verbatim
from verbatim.core.settings.files import MOST_BYTES, SettingFileError, read_files

KEY = "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"


def written(folder: Path, content: bytes) -> str:
    path = folder / "secret"
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_file_stands_for_its_variable(tmp_path: Path, end: bytes) -> None:
    environment = {"VERBATIM_SECRET_KEY_FILE": written(tmp_path, KEY.encode() + end), "HOME_FILE": "mine"}
    read_files(environment)
    assert environment == {"VERBATIM_SECRET_KEY": KEY, "HOME_FILE": "mine"}


def test_blanks_inside_and_around_belong_to_the_secret(tmp_path: Path) -> None:
    environment = {"VERBATIM_MAIL_PASSWORD_FILE": written(tmp_path, b" correct horse \n")}
    read_files(environment)
    assert environment["VERBATIM_MAIL_PASSWORD"] == " correct horse "


def test_what_a_compose_file_passes_on_empty_is_unset(tmp_path: Path) -> None:
    file = written(tmp_path, KEY.encode())
    environment = {"VERBATIM_LICENSE_KEY_FILE": "", "VERBATIM_SECRET_KEY": "", "VERBATIM_SECRET_KEY_FILE": file}
    read_files(environment)
    assert environment == {"VERBATIM_SECRET_KEY": KEY}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xff\xfe\x00", "is no text in UTF-8"),
        (b"a\0b", "is no text"),
        (b"x" * (MOST_BYTES + 1), "is larger than 64 kB"),
    ],
)
def test_a_file_that_holds_no_setting(tmp_path: Path, content: bytes, why: str) -> None:
    with pytest.raises(SettingFileError, match=why) as caught:
        read_files({"VERBATIM_SECRET_KEY_FILE": written(tmp_path, content)})
    assert str(caught.value).startswith("VERBATIM_SECRET_KEY_FILE: ")


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    for path, why in ((tmp_path / "none", "No such file"), (tmp_path, "Is a directory")):
        with pytest.raises(SettingFileError, match=why):
            read_files({"VERBATIM_DATABASE_URL_FILE": str(path)})


def test_both_are_refused(tmp_path: Path) -> None:
    with pytest.raises(
        SettingFileError, match="VERBATIM_SECRET_KEY and VERBATIM_SECRET_KEY_FILE are both set"
    ) as caught:
        read_files({"VERBATIM_SECRET_KEY": "x", "VERBATIM_SECRET_KEY_FILE": written(tmp_path, KEY.encode())})
    assert KEY not in str(caught.value)


def test_a_command_reads_them_before_anything_else(tmp_path: Path) -> None:
    port = written(tmp_path, b"not a port\n")
    done = run_verbatim("migrate", env={"VERBATIM_API_PORT_FILE": port, "VERBATIM_DATA_DIR": str(tmp_path / "data")})
    assert done.returncode == 1
    assert "VERBATIM_API_PORT cannot be used" in done.stderr
    done = run_verbatim("version", env={"VERBATIM_API_PORT_FILE": str(tmp_path / "none")})
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("verbatim: VERBATIM_API_PORT_FILE: ")
