"""What nobody means to send, at every door: each is answered with a 2xx or a 4xx that has a code, and read on after."""

from __future__ import annotations

import base64
import json
from typing import Any, Final

import httpx
from support_enterprise import PASSWORD, Person


def _nested(depth: int, begin: str = "[", end: str = "]") -> str:
    return '{"a":' + begin * depth + end * depth + "}"


BODIES: Final = (
    '{"a":' * 20_000,
    _nested(300),
    '{"name":' + "1" * 10_000 + "}",
    '{"name":true}',
    '{"name":"\\ud800"}',
    '{"name":"x","name":{"b":2}}',
    '{"name":1e400}',
    '{"name":NaN}',
    "[]",
    "null",
    '"x"',
    "\ufeff{}",
    "{}\x00",
)
DOORS: Final = ("/mcp", "/api/projects", "/api/teams", "/api/keys", "/api/webhooks", "/api/users", "/api/auth/login")

FREE: Final = (
    _nested(33),
    _nested(255),
    _nested(1_200),
    _nested(100, '{"b":', "}").replace("}" * 101, "0" + "}" * 101),
    json.dumps({str(number): 0 for number in range(20_000)}),
    json.dumps({"k" * 40_000: 1}),
    '{"a":1e400}',
    '{"a":-Infinity}',
    '{"a":' + "9" * 5_000 + "}",
    '{"a":"\\udc00"}',
    '{"a":"\\u0000"}',
    "[1]",
    "nothing",
)

QUERIES: Final = (
    *(f"/api/recordings?page={page}" for page in ("1e400", "true", "NaN", "-1", "9223372036854775808", "%D9%A1")),
    *(f"/api/recordings?date_from={at}" for at in ("10000-01-01", "0000-00-00", "-1", "1e400", "9999-12-31T23:59:60Z")),
    "/api/recordings?date_to=0001-01-01T00:00:00%2B23:59",
    *(f"/api/recordings?min_seconds={number}" for number in ("NaN", "inf", "-1", "1e400")),
    "/api/recordings?search=%00",
    "/api/recordings?search=%ED%A0%80",
    "/api/recordings?tag_ids=" + ",".join(["x"] * 400),
    "/api/recordings?search=a&search=b",
    "/api/recordings?search[]=x",
    *(f"/api/admin/audit?search={word}" for word in ("%CA%BCx", "';:*%26|!", "\\", "%E0%A4%A8%E0%A5%8D", "%00")),
    *(f"/api/admin/audit?last_hours={number}" for number in ("1e9", "true", "0", "-1")),
    "/api/admin/audit?cursor=x",
    *(f"/api/search/global?q={word}" for word in ("%CA%BC", "%22", "%22%22", "'%20:*", "%E0%A4%A8%E0%A5%8D" * 150)),
    *(f"/api/{one}?search=%CA%BC%27%5C%25_" for one in ("users", "teams", "keys", "projects", "documents", "trash")),
)

UPLOADS: Final[tuple[dict[str, str], ...]] = (
    *({"Upload-Length": length} for length in ("-1", "1e9", "9" * 400, "1.5", "true", "", " 5", "0x10")),
    {"Upload-Length": "5", "Upload-Metadata": "filename !!!"},
    {"Upload-Length": "5", "Upload-Metadata": "filename //79"},
    {"Upload-Length": "5", "Upload-Metadata": "filename AGEud2F2"},
    {"Upload-Length": "5", "Upload-Metadata": "filename eA==,filename eQ=="},
    {"Upload-Length": "5", "Upload-Metadata": ",".join(f"k{number} eA==" for number in range(2_000))},
    {
        "Upload-Length": "5",
        "Upload-Metadata": "filename YS53YXY=,extra_metadata " + base64.b64encode(_nested(300).encode()).decode(),
    },
)

NUMBERS: Final[tuple[object, ...]] = (True, -1, 1e308, "NaN", 2**63, 0.5, [], {"a": 1})
TIMES: Final[tuple[object, ...]] = (
    "9999-12-31T23:59:59-12:00",
    "0001-01-01T00:00:00+14:00",
    "10000-01-01T00:00:00Z",
    -1,
    1e308,
    True,
    [],
)
ADDRESSES: Final = (
    *("a@\u2024example.org", "\u202ea@example.org", '"a b"@example.org', "a@[127.0.0.1]"),
    *(
        "a@" + "b" * 64 + ".org",
        "a@-x.org",
        "a\u200b@example.org",
        "\uff41@example.org",
        "a@b@c.org",
    ),
)
HOOKS: Final = (
    *("http://[::ffff:127.0.0.1]/", "http://127.1/", "http://0x7f.1/", "http://localhost./", "http://[fe80::1%25lo]/"),
    *("http://user:pw@10.0.0.1/", "gopher://x/", "http://169.254.169.254/", "http://xn--/", "http://a:99999/"),
    *("http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/", "http://\u2100.example/"),
)


def _judge(answer: httpx.Response, what: object) -> str | None:
    if answer.is_success:
        return None
    said: dict[str, Any] = answer.json() if answer.content else {}
    coded = "code" in said or "error" in said
    return (
        None if 400 <= answer.status_code < 500 and coded else f"{what!r:.80}: {answer.status_code} {answer.text[:120]}"
    )


async def test_bodies_at_every_door(admin: Person) -> None:
    found = []
    headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    for door in DOORS:
        for body in BODIES:
            answer = await admin.post(door, content=body.encode("utf-8", "surrogatepass"), headers=headers)
            assert not answer.is_success or door == "/mcp", f"{door} took {body[:40]}"
            found.append(_judge(answer, (door, body[:30])))
    assert [one for one in found if one] == []
    assert (await admin.get("/api/projects")).json()["items"] == []


async def test_free_json_is_refused_or_can_be_read(admin: Person) -> None:
    for body in FREE:
        made = await admin.post(
            "/api/projects", content=f'{{"name":"x","metadata":{body}}}', headers={"Content-Type": "application/json"}
        )
        assert (one := _judge(made, body[:40])) is None, one
        assert (await admin.get("/api/projects")).status_code == 200, body[:40]


async def test_queries(admin: Person) -> None:
    found = [_judge(await admin.get(query), query) for query in QUERIES]
    assert [one for one in found if one] == []


async def test_heads_of_uploads_in_pieces(admin: Person) -> None:
    for number, headers in enumerate(UPLOADS):
        answer = await admin.post("/api/uploads", headers={"Tus-Resumable": "1.0.0", **headers})
        assert (one := _judge(answer, (number, headers))) is None, one


async def test_numbers_times_and_addresses(admin: Person) -> None:
    key = {"name": "k", "scopes": ["recording:read"]}
    for number in NUMBERS:
        answer = await admin.post("/api/keys", json={**key, "rate_per_minute": number})
        assert (answer.status_code, answer.json()["code"]) == (422, "validation_error"), number
    for at in TIMES:
        answer = await admin.post("/api/keys", json={**key, "expires_at": at})
        assert answer.status_code == 422, at
    for number, email in enumerate(ADDRESSES):
        body = {"username": f"odd{number}", "email": email, "password": PASSWORD}
        assert (await admin.post("/api/users", json=body)).status_code == 422, ascii(email)
    person = {"email": "a@example\u3002org", "password": PASSWORD}
    assert (await admin.post("/api/users", json={**person, "username": "dotted"})).status_code == 201
    again = await admin.post("/api/users", json={**person, "email": "A@example.org", "username": "plain"})
    assert (again.status_code, again.json()["code"]) == (409, "email_taken"), "one account for both spellings"
    for url in HOOKS:
        answer = await admin.post("/api/webhooks", json={"name": "h", "url": url, "events": ["*"]})
        assert 400 <= answer.status_code < 500, ascii(url)
        assert "code" in answer.json()
