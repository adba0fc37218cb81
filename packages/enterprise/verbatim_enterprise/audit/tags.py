"""The one list of what the audit log says was done, and of what."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class AuditTag(StrEnum):
    """What was done. Events keep their own names; the last groups are the log's own."""

    RECORDING_CREATED = "recording.created"
    RECORDING_UPDATED = "recording.updated"
    RECORDING_MOVED = "recording.moved"
    RECORDING_TAGGED = "recording.tagged"
    RECORDING_UNTAGGED = "recording.untagged"
    RECORDING_DELETED = "recording.deleted"
    RECORDING_OPENED = "recording.opened"
    RECORDING_PLAYED = "recording.played"
    RECORDING_DOWNLOADED = "recording.downloaded"
    TRANSCRIPTION_COMPLETE = "transcription.complete"
    TRANSCRIPTION_FAILED = "transcription.failed"
    TRANSCRIPT_UPDATED = "transcript.updated"
    VOICE_PROFILE_CREATED = "voice_profile.created"
    VOICE_PROFILE_UPDATED = "voice_profile.updated"
    VOICE_PROFILE_DELETED = "voice_profile.deleted"
    TRANSCRIPT_OPENED = "transcript.opened"
    TRANSCRIPT_EXPORTED = "transcript.exported"
    TRANSCRIPT_READ_BY_TOOL = "transcript.read_by_tool"
    ASSISTANT_LOOKED = "assistant.looked"
    AI_RESULT_CREATED = "ai_result.created"
    AI_RESULT_DELETED = "ai_result.deleted"
    CONVERSATION_CREATED = "conversation.created"
    CONVERSATION_UPDATED = "conversation.updated"
    CONVERSATION_ANSWERED = "conversation.answered"
    CONVERSATION_DELETED = "conversation.deleted"
    DOCUMENT_UPLOADED = "document.uploaded"
    DOCUMENT_PROCESSED = "document.processed"
    DOCUMENT_FAILED = "document.failed"
    DOCUMENT_UPDATED = "document.updated"
    DOCUMENT_MOVED = "document.moved"
    DOCUMENT_DELETED = "document.deleted"
    DOCUMENT_OPENED = "document.opened"
    NOTE_CREATED = "note.created"
    NOTE_UPDATED = "note.updated"
    NOTE_DELETED = "note.deleted"
    PROJECT_CREATED = "project.created"
    PROJECT_UPDATED = "project.updated"
    PROJECT_RECORDING_ADDED = "project.recording_added"
    PROJECT_RECORDING_REMOVED = "project.recording_removed"
    PROJECT_MOVED = "project.moved"
    PROJECT_DELETED = "project.deleted"
    USER_CREATED = "user.created"
    USER_UPDATED = "user.updated"
    USER_APPROVED = "user.approved"
    USER_DEACTIVATED = "user.deactivated"
    USER_REACTIVATED = "user.reactivated"
    USER_ROLE_CHANGED = "user.role_changed"
    USER_DELETED = "user.deleted"
    USER_PASSWORD_CHANGED = "user.password_changed"  # noqa: S105 - the name of an event
    USER_RESET_LINK_MADE = "user.reset_link_made"
    USER_UNLOCKED = "user.unlocked"
    USER_MFA_CHANGED = "user.mfa_changed"
    USER_GROUPS_UNTOLD = "user.groups_untold"
    USER_IDENTITY_LINKED = "user.identity_linked"
    USERS_EXPORTED = "users.exported"
    SETTING_CHANGED = "setting.changed"
    SETTINGS_EXPORTED = "settings.exported"
    SUPPORT_PACKET = "support.packet"
    SESSION_STARTED = "session.started"
    SESSION_REFUSED = "session.refused"
    SESSION_ENDED = "session.ended"
    SESSION_REPLAYED = "session.replayed"
    TEAM_CREATED = "team.created"
    TEAM_UPDATED = "team.updated"
    TEAM_DELETED = "team.deleted"
    TEAM_MEMBER_ADDED = "team.member_added"
    TEAM_MEMBER_REMOVED = "team.member_removed"
    TEAM_MEMBER_ROLE_CHANGED = "team.member_role_changed"
    TEAM_INVITE_CREATED = "team.invite_created"
    TEAM_INVITE_REVOKED = "team.invite_revoked"
    TEAM_WORKSPACE_CHANGED = "team.workspace_changed"
    API_KEY_CREATED = "api_key.created"
    API_KEY_UPDATED = "api_key.updated"
    API_KEY_ROTATED = "api_key.rotated"
    API_KEY_REVOKED = "api_key.revoked"
    WEBHOOK_CREATED = "webhook.created"
    WEBHOOK_UPDATED = "webhook.updated"
    WEBHOOK_DELETED = "webhook.deleted"
    WEBHOOK_PAUSED = "webhook.paused"
    WEBHOOK_SECRET_ROTATED = "webhook.secret_rotated"  # noqa: S105 - the name of an event
    WEBHOOK_TEST = "webhook.test"
    HOLD_LIFTED = "hold.lifted"
    HOLD_PLACED = "hold.placed"
    LICENSE_CLOCK_SET_BACK = "license.clock_set_back"
    LICENSE_INSTALLED = "license.installed"
    LICENSE_REFUSED = "license.refused"
    LICENSE_STATE_CHANGED = "license.state_changed"
    LLM_ENDPOINT_CREATED = "llm_endpoint.created"
    LLM_ENDPOINT_UPDATED = "llm_endpoint.updated"
    LLM_ENDPOINT_DELETED = "llm_endpoint.deleted"
    LLM_PRICE_SET = "llm_price.set"
    LLM_BUDGET_CREATED = "llm_budget.created"
    LLM_BUDGET_UPDATED = "llm_budget.updated"
    LLM_BUDGET_DELETED = "llm_budget.deleted"
    LLM_BUDGET_REACHED = "llm_budget.reached"
    ALERT_RAISED = "alert.raised"
    ALERT_RESOLVED = "alert.resolved"
    STORAGE_LOCATION_CREATED = "storage_location.created"
    STORAGE_LOCATION_UPDATED = "storage_location.updated"
    STORAGE_LOCATION_DELETED = "storage_location.deleted"
    STORAGE_LOCATION_TRANSFER_STARTED = "storage_location.transfer_started"
    RETENTION_DELETED = "retention.deleted"
    RETENTION_RULE_CHANGED = "retention.rule_changed"
    ADMIN_READ = "admin.read"
    AUDIT_READ = "audit.read"
    AUDIT_EXPORTED = "audit.exported"
    AUDIT_VERIFIED = "audit.verified"
    AUDIT_PURGED = "audit.purged"
    INSTALLATION_RESTORED = "installation.restored"
    """All data are of a backup: what had been done after it was taken is not there any more."""
    REQUEST_CHANGED = "request.changed"
    """A request changed something that no event describes; ``details`` name the route."""
    REQUEST_REFUSED = "request.refused"
    REQUEST_FAILED = "request.failed"


class Outcome(StrEnum):
    """How it went: done, not allowed, or not possible."""

    SUCCESS = "success"
    REFUSED = "refused"
    FAILED = "failed"


class ActorType(StrEnum):
    """Who did it: somebody signed in, a program with somebody's key, a stranger, or the server by itself."""

    USER = "user"
    KEY = "key"
    ANONYMOUS = "anonymous"
    SYSTEM = "system"


OUTCOMES: Mapping[str, Outcome] = {
    AuditTag.LICENSE_REFUSED: Outcome.REFUSED,
    AuditTag.SESSION_REFUSED: Outcome.REFUSED,
    AuditTag.SESSION_REPLAYED: Outcome.REFUSED,
    AuditTag.TRANSCRIPTION_FAILED: Outcome.FAILED,
    AuditTag.DOCUMENT_FAILED: Outcome.FAILED,
    AuditTag.REQUEST_REFUSED: Outcome.REFUSED,
    AuditTag.REQUEST_FAILED: Outcome.FAILED,
}
"""Tags that say by themselves that something did not succeed."""
