"""What an API key is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.host import Resource

API_KEY = Resource(
    name="api_key",
    id_names=("api_key_id", "key_id"),
    model=ApiKey,
    title="name",
    audited=(
        *("name", "scopes", "team_id", "workspace_id", "addresses"),
        *("rate_per_minute", "rate_burst", "expires_at"),
    ),
)
