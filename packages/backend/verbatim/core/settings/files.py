"""Settings that stand in files: ``VERBATIM_SECRET_KEY_FILE`` names the file that holds ``VERBATIM_SECRET_KEY``.

Containers and service managers hand secrets over as files, because whoever may look at a process sees its environment.
The content takes the variable's place before anything reads settings, so that every group of them, a plugin's too, can
be told this way.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path
from typing import Final

PREFIX: Final = "VERBATIM_"
SUFFIX: Final = "_FILE"
MOST_BYTES: Final = 64 * 1024
"""A larger file is no setting but a mistake in the path."""


class SettingFileError(Exception):
    """A file cannot stand for a setting; the message says which and why."""


def read_files(environment: MutableMapping[str, str]) -> None:
    """Put the content of each named file, without the line break at its end, in the place of its variable.

    Raises:
        SettingFileError: a file cannot be read or is empty, or the variable is set as well. No content is told.
    """
    for name in sorted(environment):
        if name.startswith(PREFIX) and name.endswith(SUFFIX) and name != PREFIX + SUFFIX[1:]:
            path = environment.pop(name).strip()
            if not path:
                continue  # as compose files pass on what nobody has set
            setting = name.removesuffix(SUFFIX)
            if environment.get(setting):
                raise SettingFileError(f"{setting} and {name} are both set; leave one of them out.")
            environment[setting] = _content(name, Path(path))


def _content(name: str, path: Path) -> str:
    try:
        with path.open("rb") as file:
            found = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SettingFileError(f"{name}: {path} cannot be read ({error.strerror or error}).") from None
    if len(found) > MOST_BYTES:
        raise SettingFileError(f"{name}: {path} is larger than {MOST_BYTES // 1024} kB, so it holds no setting.")
    try:
        text = found.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise SettingFileError(f"{name}: {path} is no text in UTF-8.") from None
    if "\0" in text:
        raise SettingFileError(f"{name}: {path} is no text.")
    if not text.strip():
        raise SettingFileError(f"{name}: {path} is empty.")
    return text
