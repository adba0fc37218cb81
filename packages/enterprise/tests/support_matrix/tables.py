"""What cannot be read from the routes: other names of ids, requests that need more than a schema says, exceptions."""

from __future__ import annotations

from typing import Any, Final

from verbatim_enterprise.license.keys import bundled_test_license

Route = tuple[str, str]

KINDS: Final[dict[str, str]] = {
    "ids": "recording_id",
    "POST /api/documents/bulk-delete ids": "document_id",
    "POST /api/documents/bulk-assign ids": "document_id",
    "POST /api/documents/move ids": "document_id",
    "target_speaker_id": "speaker_id",
    "of_speaker_id": "speaker_id",
    "from_segment_id": "segment_id",
    "to_segment_id": "segment_id",
    "transfer_to": "user_id",
    "from_location_id": "location_id",
    "to_location_id": "location_id",
    "move_to": "workspace_id",
}
"""Which thing an id points to, where the parameter's name (or its singular) is not the thing's own.

A name that means something else on one route is written with the route before it: ``"POST /api/x ids"``.
"""

NOT_OF_A_TEAM: Final[dict[str, str]] = {
    "provider_id": "a sign-in provider of the installation",
    "token": "the secret of an invitation: whoever has it may see what it says",
    "mfa_token": "proof of a first factor",
    "refresh_token": "the secret of a session",
    "setup_token": "the secret of the first set-up",
    "file_name": "a file of the plugin's pages, the same for everybody",
    "template_id": "sent by other clients, not used here",
    "audit_id": "a row of the installation's log",
    "filter_id": "a search of the caller's own",
    "location_id": "a place where files of the installation lie",
    "from_location_id": "such a place",
    "to_location_id": "such a place",
    "job_type": "a type of jobs, the same for everybody",
    "host": "a machine of the installation",
    "cursor": "a place in a list that the caller has seen",
    "llm_endpoint_id": "a server of language models, of the installation",
    "endpoint_id": "the same",
    "POST /api/llm/budgets id": "whose budget an administrator of the installation makes",
    "model_name": "a model for speech, the same for everybody",
    "llm_budget_id": "a budget of the installation's",
    "resource_id": "whatever a row of the installation's log tells of",
    "number": "a version, counted within its transcript",
}

IN_PATHS: Final[dict[str, str]] = {"number": "0", "model_name": "whisper-1"}
"""What stands in a path for what is no team's, where something made up would not get to the route's own code."""

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "GET /api/search/segments": {"q": "word"},
    "GET /api/search/global": {"q": "word"},
    "DELETE /api/teams/{team_id}/workspaces/{workspace_id}": {"confirm": "{room}"},
    "DELETE /api/teams/{team_id}": {"confirm": "{team}", "delete_content": "true"},
    "POST /api/teams/{team_id}/members": {"role": "member"},
    "POST /api/teams/{team_id}/invites": {"email": "somebody@example.org", "send": False},
    "POST /api/users": {"username": "somebody", "email": "somebody@example.org"},
    "POST /api/speakers/reassign-segment": {"speaker_name": "changed"},
    "POST /api/transcripts/{transcript_id}/assign-speaker": {"speaker": "changed"},
    "POST /api/transcripts/{transcript_id}/segments/{segment_id}/split": {"word_index": 1},
    "POST /api/recordings/upload": {"transcribe": "false"},
    "POST /api/config/transcription/models": {"name": "gigantic"},
    "POST /api/config/transcription/models/verify": {"name": "tiny.en"},
    "DELETE /api/config/transcription/models": {"name": "gigantic"},
    "POST /api/transcription/vocabulary": {"terms": ["changed"]},
    "DELETE /api/transcription/vocabulary": {"term": "changed"},
    "POST /api/keys": {"scopes": ["recording:read"]},
    "PATCH /api/recordings/{recording_id}": {"title": "changed"},
    "PATCH /api/documents/{document_id}": {"title": "changed"},
    "PATCH /api/notes/{note_id}": {"content": "changed"},
    "GET /api/search/documents": {"q": "word"},
    "PATCH /api/transcripts/{transcript_id}/segments/{segment_id}": {"text": "changed"},
    "POST /api/transcripts/{transcript_id}/segments/decide": {"decision": "keep"},
    "POST /api/transcripts/{transcript_id}/segments/check": {"checked": True},
    "POST /api/transcripts/{transcript_id}/segments": {"start_time": 1, "end_time": 2, "text": "changed"},
    "POST /api/transcripts/{transcript_id}/stretches": {"start_time": 0, "end_time": 1},
    "POST /api/ai/transcripts/{transcript_id}/ask": {"question": "What is it about?"},
    "PATCH /api/speakers/{speaker_id}": {"speaker_name": "changed"},
    "PATCH /api/projects/{project_id}": {"name": "changed"},
    "PATCH /api/tags/{tag_id}": {"name": "changed"},
    "PATCH /api/voice-profiles/{voice_profile_id}": {"name": "changed"},
    "PATCH /api/users/{user_id}": {"display_name": "changed"},
    "PATCH /api/teams/{team_id}/workspaces/{workspace_id}": {"name": "changed"},
    "POST /api/license": {"license_key": bundled_test_license()},
    "POST /api/license/validate": {"license_key": bundled_test_license()},
    "PATCH /api/admin/settings": {"version": 0},
    "POST /api/admin/settings/undo": {"version": 0},
    "POST /api/admin/settings/import": {"settings": {"invite_days": 9}},
    "POST /api/admin/audit/filters": {"name": "Failures", "query": {"outcome": "failed"}},
    "POST /api/admin/audit/retention": {"days": 36_000},
    "POST /api/llm/endpoints": {"name": "Models", "kind": "openai"},
    "PATCH /api/llm/endpoints/{llm_endpoint_id}": {"name": "changed"},
    "POST /api/llm/prices": {"model": "one", "input_micros": 1, "output_micros": 1},
    "POST /api/llm/budgets": {"scope": "installation", "period": "day", "limit_tokens": 1},
    "PATCH /api/llm/budgets/{llm_budget_id}": {"limit_tokens": 1},
    "POST /api/webhooks": {"url": "https://example.org/hook", "events": ["recording.*"]},
    "PATCH /api/webhooks/{webhook_id}": {"description": "changed"},
    "POST /api/storage-locations": {"name": "Archive", "type": "s3", "config": {"bucket": "recordings"}},
    "POST /api/storage-locations/test": {"type": "s3", "config": {"bucket": "x"}},
    "POST /api/storage-locations/transfer": {"from_location_id": "local", "to_location_id": "local"},
    "PATCH /api/storage-locations/{location_id}": {"stands_in": False},
    "POST /api/holds": {"reason": "Somebody v. somebody"},
    "POST /api/holds/{hold_id}/lift": {"reason": "It is over"},
    "POST /api/teams/{team_id}/retention/rules": {"keep_days": 365},
    "PATCH /api/teams/{team_id}/retention/rules/{rule_id}": {"keep_days": 365},
    "GET /api/teams/{team_id}/retention/preview": {"keep_days": 365},
    "POST /api/teams/{team_id}/retention/rules/{rule_id}/activate": {"confirm": "{team}"},
    "POST /api/webhooks/{webhook_id}/replay": {"start": "2026-01-01T00:00:00Z", "end": "2026-01-02T00:00:00Z"},
}
"""Fields of the query or the body, beside the ids, that a meaningful request has. ``{team}`` is the team's name."""

_SIGN_IN = "needs a password or another secret that is not given here"

OWN_ANSWERS: Final[dict[str, tuple[frozenset[int], str]]] = {
    "POST /api/auth/login": (frozenset({401, 429}), _SIGN_IN),
    "POST /api/auth/register": (frozenset({403, 422}), "closed by default, and refuses the made-up password"),
    "POST /api/auth/setup": (frozenset({403, 404, 409, 422}), "done before"),
    "POST /api/auth/refresh": (frozenset({401}), _SIGN_IN),
    "POST /api/auth/password": (frozenset({400, 401, 403, 409, 422}), _SIGN_IN),
    "POST /api/auth/reset/confirm": (frozenset({400, 401, 404, 422}), _SIGN_IN),
    "POST /api/auth/mfa": (frozenset({400, 401, 403, 429}), _SIGN_IN),
    "POST /api/auth/mfa/setup": (frozenset({400, 401, 403, 409}), _SIGN_IN),
    "POST /api/auth/mfa/enable": (frozenset({400, 401, 403, 409}), _SIGN_IN),
    "POST /api/auth/mfa/disable": (frozenset({400, 401, 403, 409}), _SIGN_IN),
    "POST /api/auth/mfa/recovery-codes": (frozenset({400, 401, 403, 409}), _SIGN_IN),
    "GET /api/auth/oidc/{provider_id}/login": (frozenset({404}), "no provider is set up"),
    "GET /api/auth/oidc/{provider_id}/callback": (frozenset({302, 303, 400, 404}), "no provider is set up"),
    "POST /api/auth/oidc/{provider_id}/link": (frozenset({404}), "no provider is set up"),
    "DELETE /api/auth/oidc/{provider_id}/link": (frozenset({404}), "no provider is set up"),
    "POST /api/auth/oidc/{provider_id}/test": (frozenset({404}), "no provider is set up"),
    "POST /api/auth/oidc/{provider_id}/test/result": (frozenset({404, 422}), "no provider is set up"),
    "GET /api/invites/{token}": (frozenset({404}), "the token is made up"),
    "POST /api/invites/{token}/accept": (frozenset({404}), "the token is made up"),
    "DELETE /api/auth/sessions/{session_id}": (frozenset({404}), "the session at hand is a colleague's"),
    "GET /api/plugins/verbatim-enterprise/{file_name}": (frozenset({404}), "the name is made up"),
    "GET /api/plugins/verbatim-enterprise/assets/{file_name}": (frozenset({404}), "the name is made up"),
    "GET /api/admin/audit/{audit_id}": (frozenset({422}), "the id is made up"),
    "DELETE /api/admin/audit/filters/{filter_id}": (frozenset({404}), "the id is made up"),
    "POST /api/admin/settings/undo": (frozenset({409}), "nothing was changed"),
    "GET /api/admin/jobs": (frozenset({422}), "the cursor is made up"),
    "POST /api/admin/jobs/{job_id}/cancel": (frozenset({409}), "the job at hand has ended"),
    "POST /api/admin/jobs/{job_id}/retry": (frozenset({409}), "the job at hand did not fail"),
    "POST /api/admin/jobs/types/{job_type}/pause": (frozenset({404}), "the type is made up"),
    "POST /api/admin/jobs/machines/{host}/drain": (frozenset({404}), "the machine is made up"),
    "POST /api/admin/audit/retention": (frozenset({409}), "no row is as old as that"),
    "DELETE /api/config/transcription/models": (frozenset({404}), "the model is made up"),
    "POST /api/recordings/upload": (frozenset({400, 415, 422}), "the file is none"),
    "POST /v1/audio/transcriptions": (frozenset({400}), "the file is none"),
    "POST /api/ai/transcripts/{transcript_id}/ask": (frozenset({409}), "there is no language model"),
    "POST /api/documents": (frozenset({422}), "the file is none"),
    "POST /api/notes": (frozenset({422}), "all things that a note can be on are named"),
    "POST /api/voice-profiles": (frozenset({422}), "nothing was measured of the speaker"),
    "POST /api/transcripts/{transcript_id}/segments/merge": (frozenset({422}), "one segment alone is not merged"),
    "POST /api/holds": (frozenset({422}), "all things that can be held are named"),
    "POST /api/holds/{hold_id}/lift": (frozenset({409}), "the hold at hand is lifted"),
    "POST /api/teams/{team_id}/retention/rules/{rule_id}/activate": (frozenset({422}), "bodies do not know the name"),
    "POST /api/teams/{team_id}/retention/rules/{rule_id}/pause": (frozenset({409}), "the rule at hand is a draft"),
    "POST /api/webhooks/{webhook_id}/pause": (frozenset({409}), "the webhook at hand is paused"),
    "POST /api/webhooks/{webhook_id}/test": (frozenset({409}), "the webhook at hand is paused"),
}
"""Routes whose rightful caller is answered so, because the matrix gives them no better request."""

MAY: Final[dict[tuple[str, str], str]] = {
    ("viewer", "POST /api/teams/{team_id}/leave"): "whoever is in a team may leave it",
    ("viewer", "POST /api/auth/team"): "whoever is in a team may work in it",
    ("viewer", "POST /api/auth/workspace"): "whoever is in a team may work in what they see of it",
    ("viewer", "GET /api/holds/{hold_id}"): "the hold at hand is on nothing that they see",
    ("viewer", "POST /api/keys"): "everybody has keys of their own, which may do no more than they",
    ("outsider", "POST /api/teams/{team_id}/members body user_id"): "accounts are the installation's: any may be added",
}
"""What somebody who is otherwise refused may do: ("viewer" or "outsider", route and, for outsiders, the id's place)."""
