"""Keys and tokens: one algorithm, two keys, nothing that means something elsewhere."""

from __future__ import annotations

import asyncio
import base64
import json
import stat
import time
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from verbatim.core.secret_key import KEY_FILE, KeySettings, key_ring, weakness
from verbatim.core.settings.errors import SettingsError
from verbatim_enterprise.auth import tokens as module
from verbatim_enterprise.auth.tokens import MFA_TYPE, TokenError, Tokens, parse_refresh
from verbatim_enterprise.config import read_settings
from verbatim_enterprise.host import KeyRing, SealError, from_text, new_id, to_text, utcnow

OLD, NEW = "k1-9fX2mQ7vT4sB8zL0pR5wY3cJ6hD1gNaE", "k2-Zt6uI1oPq8wErT5yAs3dFg7hJk2lXc9v"


def _tokens(*keys: str, issuer: str = "verbatim") -> Tokens:
    return Tokens(KeyRing(*keys), issuer)


def _access(tokens: Tokens, seconds: float = 60) -> str:
    now = utcnow()
    return tokens.access(user_id="u", session_id="s", team_id="t", issued=now, expires=now + timedelta(seconds=seconds))


class TestAccess:
    def test_claims(self) -> None:
        token = _access(_tokens(NEW))
        header, claims = (json.loads(base64.urlsafe_b64decode(part + "==")) for part in token.split(".")[:2])
        assert header == {"alg": "HS256", "typ": "at+jwt", "kid": KeyRing(NEW).current_id}
        assert set(claims) == {"iss", "aud", "iat", "exp", "jti", "sub", "sid", "team"}
        assert (claims["sub"], claims["sid"], claims["team"]) == ("u", "s", "t")

    def test_two_keys(self) -> None:
        old = _access(_tokens(OLD))
        assert _tokens(NEW, OLD).check_access(old).user_id == "u"
        with pytest.raises(TokenError):
            _tokens(NEW).check_access(old)

    def test_a_token_ends_at_its_very_second_remembered_or_not(self, monkeypatch: pytest.MonkeyPatch) -> None:
        remembering, now = _tokens(NEW), utcnow().replace(microsecond=0)
        ends = now + timedelta(seconds=60)
        access = remembering.access(user_id="u", session_id="s", team_id=None, issued=now, expires=ends)
        first_step = remembering.mfa({"sub": "u"}, now, ends)
        for clock, works in ((ends.timestamp() - 0.001, True), (ends.timestamp(), False)):
            monkeypatch.setattr(module, "time", SimpleNamespace(time=lambda clock=clock: clock))
            for tokens in (remembering, _tokens(NEW)):
                if works:
                    assert tokens.check_access(access).user_id == tokens.check_mfa(first_step)["sub"] == "u"
                    continue
                for check, token in ((tokens.check_access, access), (tokens.check_mfa, first_step)):
                    with pytest.raises(TokenError):
                        check(token)

    @pytest.mark.parametrize(
        ("header", "claims"),
        [
            ({"typ": "JWT"}, {}),
            ({"typ": "mfa+jwt"}, {}),
            ({"kid": "other"}, {}),
            ({"alg": "HS512"}, {}),
            ({}, {"iss": "other"}),
            ({}, {"aud": "other"}),
            ({}, {"aud": ["verbatim", "other"]}),
            ({}, {"exp": 1}),
            ({}, {"exp": None}),
            ({}, {"sub": None}),
            ({}, {"sid": 5}),
            ({}, {"team": 5}),
        ],
    )
    def test_wrong_ones(self, header: dict[str, Any], claims: dict[str, Any]) -> None:
        ring = KeyRing(NEW)
        key = OctKey.import_key(ring.key("access token") or b"")
        base = {"iss": "verbatim", "aud": "verbatim", "sub": "u", "sid": "s", "exp": time.time() + 60}
        made = jwt.encode(
            {"alg": "HS256", "typ": "at+jwt", "kid": ring.current_id, **header},
            {**base, **claims},
            key,
            algorithms=["HS256", "HS512"],
        )
        with pytest.raises(TokenError):
            _tokens(NEW).check_access(made)

    def test_unsigned_and_garbled(self) -> None:
        head, body, signature = _access(_tokens(NEW)).split(".")
        none = to_text(json.dumps({"alg": "none", "typ": "at+jwt", "kid": KeyRing(NEW).current_id}).encode())
        for token in (
            f"{none}.{body}.",
            f"{head}.{body}.",
            f"{head}.{body}.{signature[:-2]}",
            "",
            "a",
            "a.b.c",
            "é.é.é",
        ):
            with pytest.raises(TokenError):
                _tokens(NEW).check_access(token)

    def test_a_first_step_is_no_access(self) -> None:
        tokens, now = _tokens(NEW), utcnow()
        token = tokens.mfa({"sub": "u", "sid": "s"}, now, now + timedelta(seconds=60))
        with pytest.raises(TokenError):
            tokens.check_access(token)
        with pytest.raises(TokenError):
            tokens.check_mfa(_access(tokens))

    @pytest.mark.parametrize("claims", [{"exp": time.time() - 1}, {"exp": None}, {"iss": "other"}, {"aud": "other"}])
    def test_wrong_first_steps(self, claims: dict[str, Any]) -> None:
        ring = KeyRing(NEW)
        key = OctKey.import_key(ring.key("access token") or b"")
        base = {"iss": "verbatim", "aud": "verbatim", "sub": "u", "sid": "s", "exp": time.time() + 60}
        header = {"alg": "HS256", "typ": MFA_TYPE, "kid": ring.current_id}
        assert _tokens(NEW).check_mfa(jwt.encode(header, base, key))["sub"] == "u"
        with pytest.raises(TokenError):
            _tokens(NEW).check_mfa(jwt.encode(header, {**base, **claims}, key))

    def test_the_memory_of_checked_tokens_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("verbatim_enterprise.auth.tokens.REMEMBERED", 3)
        checked = _tokens(NEW)
        made = [_access(checked) for _ in range(10)]
        for token in made:
            checked.check_access(token)
            assert len(checked._seen) <= 3
        assert {checked.check_access(token).user_id for token in made} == {"u"}, "what was forgotten is checked anew"


class TestRefresh:
    def test_follows_from_the_session(self) -> None:
        session, salt = new_id(), "ab" * 32
        first = _tokens(NEW).refresh(session, salt, 0)
        assert first == _tokens(NEW).refresh(session, salt, 0)
        others = {
            _tokens(NEW).refresh(session, salt, 1),
            _tokens(NEW).refresh(new_id(), salt, 0),
            _tokens(NEW).refresh(session, "cd" * 32, 0),
            _tokens(OLD).refresh(session, salt, 0),
        }
        assert len(others) == 4
        assert first not in others

    def test_genuine_with_both_keys(self) -> None:
        session, salt = new_id(), "ab" * 32
        token = parse_refresh(str(_tokens(OLD).refresh(session, salt, 3)))
        assert (token.session_id, token.generation) == (session, 3)
        assert _tokens(NEW, OLD).is_genuine(token, salt)
        assert not _tokens(NEW).is_genuine(token, salt)
        assert not _tokens(NEW, OLD).is_genuine(token, "cd" * 32)

    def test_one_spelling(self) -> None:
        with pytest.raises(ValueError, match="base64url"):
            from_text("AB")  # its last bits say nothing


class TestSeal:
    def test_round_trip_and_rotation(self) -> None:
        sealed = KeyRing(OLD).seal("totp", "secret")
        assert "secret" not in sealed
        assert KeyRing(NEW, OLD).open("totp", sealed) == "secret"

    @pytest.mark.parametrize("index", [0, 10, 20, -1])
    def test_changed(self, index: int) -> None:
        sealed = KeyRing(NEW).seal("totp", "secret")
        letters = list(sealed)
        letters[index] = "A" if letters[index] != "A" else "B"
        with pytest.raises(SealError):
            KeyRing(NEW).open("totp", "".join(letters))

    def test_other_purpose_or_key(self) -> None:
        sealed = KeyRing(NEW).seal("totp", "secret")
        for ring, purpose in ((KeyRing(NEW), "mail"), (KeyRing(OLD), "totp")):
            with pytest.raises(SealError):
                ring.open(purpose, sealed)
        for text in ("", ".", "x.y", "é"):
            with pytest.raises(SealError):
                KeyRing(NEW).open("totp", text)


class TestSecretKey:
    def _none(self, monkeypatch: pytest.MonkeyPatch) -> KeySettings:
        monkeypatch.delenv("VERBATIM_SECRET_KEY")
        return KeySettings()

    def test_made_once(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = self._none(monkeypatch)
        first = key_ring(settings, tmp_path)
        file = tmp_path / KEY_FILE
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert weakness(file.read_text().strip()) is None
        assert key_ring(settings, tmp_path).current_id == first.current_id
        assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]

    async def test_servers_that_start_together_agree(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = self._none(monkeypatch)
        rings = await asyncio.gather(*(asyncio.to_thread(key_ring, settings, tmp_path) for _ in range(20)))
        assert len({ring.current_id for ring in rings}) == 1

    @pytest.mark.parametrize(
        ("key", "why"),
        [
            ("kUf3-9xQ", "shorter than 32"),
            ("changeme" * 5, "well-known"),
            ("my-super-secret-key-for-production-1", "well-known"),
            ("a" * 40, "too regular"),
            ("abcabcabcabcabcabcabcabcabcabcabcabc", "too regular"),
        ],
    )
    def test_weak_ones_stop_the_start(self, key: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("VERBATIM_SECRET_KEY", key)
        with pytest.raises(SettingsError, match=why) as caught:
            read_settings()
        assert key not in str(caught.value)
        assert "VERBATIM_SECRET_KEY" in str(caught.value)

    def test_weak_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = self._none(monkeypatch)
        (tmp_path / KEY_FILE).write_text("short")
        with pytest.raises(SettingsError, match="shorter"):
            key_ring(settings, tmp_path)

    def test_not_shown(self) -> None:
        assert "m4V7" not in repr(read_settings())
