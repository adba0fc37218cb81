"""What can be wrong with taking a change of settings back."""

from __future__ import annotations

from verbatim_enterprise.host import ConflictError


class NothingToUndoError(ConflictError):
    """There is no last change that could be taken back: another one was made since, or nobody knows what was before."""

    code = "nothing_to_undo"


class SecretsNotKeptError(ConflictError):
    """The last change set a secret, and nothing keeps what that was before; set it anew."""

    code = "secrets_not_kept"
