"""What keys look like, for scanners and for this server."""

from __future__ import annotations

import re
import string
import zlib

import pytest
from verbatim_enterprise.api_keys.secret import is_well_formed, new_secret

BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase


def test_a_key_is_its_prefix_thirty_random_characters_and_their_checksum() -> None:
    made = {new_secret() for _ in range(200)}
    assert len(made) == 200
    for key in made:
        assert re.fullmatch(r"vst_[0-9A-Za-z]{36}", key)
        assert is_well_formed(key)
        number = 0
        for letter in key[-6:]:
            number = number * 62 + BASE62.index(letter)
        assert number == zlib.crc32(key[4:34].encode())


def test_the_format_never_changes_because_scanners_elsewhere_know_it() -> None:
    assert is_well_formed("vst_0000000000000000000000000000002C8GjS")
    assert not is_well_formed("vst_0000000000000000000000000000002C8GjT")


def test_every_mistyped_character_is_noticed() -> None:
    key = new_secret()
    for place in range(4, len(key)):
        wrong = "x" if key[place] != "x" else "y"
        assert not is_well_formed(key[:place] + wrong + key[place + 1 :]), place


@pytest.mark.parametrize(
    "change",
    [
        lambda key: key[:-1],
        lambda key: key + "0",
        lambda key: key + "\n",
        lambda key: key.upper(),
        lambda key: "vrt_" + key[4:],
        lambda key: key[:10] + "-" + key[11:],
        lambda key: key[:10] + "ß" + key[11:],
        lambda _: "vst_",
    ],
)
def test_what_only_looks_like_a_key_is_none(change: object) -> None:
    assert callable(change)
    assert not is_well_formed(change(new_secret()))
