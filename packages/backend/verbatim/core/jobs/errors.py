"""What is wrong with work that is put in."""

from __future__ import annotations

from verbatim.core.errors import InvalidInputError


class JobPayloadError(InvalidInputError):
    """This cannot be done later; say it in fewer words."""

    code = "job_payload"
