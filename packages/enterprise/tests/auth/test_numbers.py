"""The numbers that security hangs on, each once as a literal: tests that follow a constant never see it move."""

from __future__ import annotations

from datetime import timedelta

from verbatim_enterprise.auth import login, mfa, password_routes, passwords, reset, sessions, throttle, tokens
from verbatim_enterprise.auth.cache import TTL_SECONDS
from verbatim_enterprise.auth.oidc import client as oidc_client
from verbatim_enterprise.auth.oidc import flow as oidc_routes
from verbatim_enterprise.auth.throttle import Rule


def test_guesses_are_slowed_after_five_and_for_up_to_fifteen_minutes() -> None:
    assert Rule(free=5, longest=900.0, second=60.0) == throttle.PAIR
    assert [throttle.PAIR.delay(failures) for failures in (4, 5, 6, 7, 10, 15, 100)] == [0, 1, 60, 120, 900, 900, 900]


def test_an_account_and_an_address_slow_down_after_thirty() -> None:
    assert Rule(free=30, longest=20.0) == throttle.ACCOUNT
    assert Rule(free=30, longest=60.0) == throttle.ADDRESS
    assert (throttle.ACCOUNT.delay(29), throttle.ACCOUNT.delay(30), throttle.ACCOUNT.delay(99)) == (0, 1, 20)


def test_failures_are_forgotten_after_a_day() -> None:
    assert timedelta(hours=24) == throttle.FORGET_AFTER


def test_links_are_asked_for_ten_times_freely() -> None:
    assert Rule(free=10, longest=300.0) == password_routes.REQUESTS


def test_how_long_what_is_handed_out_lasts() -> None:
    assert timedelta(minutes=10) == login.MFA_TIME
    assert timedelta(days=90) == login.KNOWN_FOR
    assert timedelta(hours=1) == reset.LINK_TIME
    assert timedelta(hours=24) == reset.CONFIRM_TIME
    assert timedelta(minutes=2) == reset.BETWEEN_MAILS
    assert timedelta(seconds=30) == sessions.GRACE
    assert oidc_routes.STATE_SECONDS == 600
    assert oidc_client.LEEWAY_SECONDS == 60


def test_a_revoked_session_is_remembered_for_two_seconds_at_most() -> None:
    assert TTL_SECONDS == 2.0


def test_tokens_have_one_algorithm_and_a_bounded_memory() -> None:
    assert (tokens.ALGORITHM, tokens.ACCESS_TYPE, tokens.MFA_TYPE) == ("HS256", "at+jwt", "mfa+jwt")
    assert tokens.REMEMBERED == 10_000


def test_codes_and_passwords_have_their_least_size() -> None:
    assert (mfa.STEP_SECONDS, mfa.RECOVERY_CODES) == (30, 10)
    assert (passwords.MIN_LENGTH, passwords.MAX_LENGTH) == (8, 128)


def test_an_address_that_is_none_is_counted_as_what_it_says() -> None:
    """Behind a socket file there is no address; those who come that way share one count instead of having none."""
    assert throttle.network(None) == throttle.network("") == "unknown"
    assert throttle.network("testclient") == "testclient"
    assert throttle.network("192.0.2.1%eth0") == "192.0.2.1%eth0"
