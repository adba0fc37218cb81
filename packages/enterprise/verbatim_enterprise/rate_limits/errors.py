"""What people read when there were too many requests."""

from __future__ import annotations

from verbatim_enterprise.host import VerbatimError


class RateLimitedError(VerbatimError):
    """Too many requests; wait a moment before the next."""

    status_code = 429
    code = "rate_limited"

    def __init__(self, seconds: int) -> None:
        super().__init__(headers={"Retry-After": str(seconds)}, extra={"retry_after": seconds})
