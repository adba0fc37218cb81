"""Addresses of S3 that carry their right in themselves: AWS Signature Version 4 in the query."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit

_ALGORITHM = "AWS4-HMAC-SHA256"
_USUAL_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class S3Credentials:
    """What signs. A ``token`` comes with credentials that are lent for a while, until ``expires_at``."""

    key_id: str
    secret: str
    token: str | None = None
    expires_at: datetime | None = None

    def __repr__(self) -> str:
        return f"S3Credentials({self.key_id[:4]}…)"


def presigned(
    address: str,
    credentials: S3Credentials,
    *,
    region: str,
    now: datetime,
    seconds: int,
    method: str = "GET",
    query: Mapping[str, str] | None = None,
) -> str:
    """Return `address`, whose path is encoded already, with a signature that is good for some seconds from `now` (UTC).

    Nothing of the method, host, path and query can be changed without the signature losing its worth.
    """
    parts = urlsplit(address)
    moment = f"{now:%Y%m%dT%H%M%SZ}"
    scope = f"{now:%Y%m%d}/{region}/s3/aws4_request"
    signing = {
        "X-Amz-Algorithm": _ALGORITHM,
        "X-Amz-Credential": f"{credentials.key_id}/{scope}",
        "X-Amz-Date": moment,
        "X-Amz-Expires": str(seconds),
        "X-Amz-SignedHeaders": "host",
    }
    if credentials.token is not None:
        signing["X-Amz-Security-Token"] = credentials.token
    asked = {**(query or {}), **signing}
    host = _host(parts.scheme, parts.hostname or "", parts.port)
    request = "\n".join(
        (method, parts.path or "/", _encoded(dict(sorted(asked.items()))), f"host:{host}\n", "host", "UNSIGNED-PAYLOAD")
    )
    text = "\n".join((_ALGORITHM, moment, scope, hashlib.sha256(request.encode()).hexdigest()))
    signature = hmac.new(_key(credentials.secret, now, region), text.encode(), hashlib.sha256).hexdigest()
    return f"{parts.scheme}://{parts.netloc}{parts.path or '/'}?{_encoded(asked)}&X-Amz-Signature={signature}"


def _key(secret: str, now: datetime, region: str) -> bytes:
    key = f"AWS4{secret}".encode()
    for part in (f"{now:%Y%m%d}", region, "s3", "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key


def _host(scheme: str, host: str, port: int | None) -> str:
    named = f"[{host}]" if ":" in host else host
    return named if port in {None, _USUAL_PORTS.get(scheme)} else f"{named}:{port}"


def _encoded(query: Mapping[str, str]) -> str:
    return "&".join(f"{quote(name, safe='-._~')}={quote(value, safe='-._~')}" for name, value in query.items())
