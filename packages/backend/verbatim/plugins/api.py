"""Everything a plugin may import from the core. Whatever is not here may change without notice.

A plugin is a package with an entry point in the group ``verbatim.plugins`` that leads to a class with ``name``,
``version`` and ``register(registry)``. `PluginRegistry` lists what can be registered; docs/guides/plugins.md shows it
at work.
"""

from verbatim.adapters.database.api import DatabaseAdapter, DatabaseError, Reader, TextLookups
from verbatim.adapters.database.postgresql import PostgresqlAdapter as CorePostgresqlAdapter
from verbatim.adapters.database.reader import PostgresqlReader
from verbatim.adapters.llm.api import (
    USUAL,
    ChatOptions,
    Ending,
    IAIService,
    LanguageModelError,
    ModelFailure,
    ModelInfo,
    Piece,
    Usage,
)
from verbatim.adapters.llm.api import Message as ChatMessage
from verbatim.adapters.llm.by_chat import ByChat
from verbatim.adapters.llm.chat_completions import ChatCompletions, below, number_of_tokens
from verbatim.adapters.llm.http import Door, Patience, Refusal
from verbatim.adapters.llm.refusals import explain
from verbatim.adapters.llm.tokens import tokens_of, tokens_of_messages
from verbatim.adapters.storage.api import (
    CHUNK,
    ConnectionTest,
    FileInfo,
    RangeReader,
    StorageAdapter,
    StorageError,
    StorageFullError,
    StorageWriter,
)
from verbatim.adapters.storage.chosen import LocationSource, LocationUnknownError, Storages
from verbatim.adapters.storage.keys import check_key
from verbatim.adapters.storage.ranges import BlockReader
from verbatim.adapters.storage.scratch import Scratch
from verbatim.config import Mode, Settings
from verbatim.core.addresses import neighbourhood, split_url
from verbatim.core.auth import AuthDescription, AuthProvider, Principal, acting_for, principal_in, principal_of
from verbatim.core.background import BackgroundTask, RepeatedTask, to_the_end
from verbatim.core.backup_parts import BackupPart, Rehearsal, Rehearsed
from verbatim.core.checks import Check, Checker, CheckStatus, HealthCheck
from verbatim.core.clock import new_id, utcnow
from verbatim.core.columns import gathered, objects, plain
from verbatim.core.content import Deleter, content_class, delete_rows
from verbatim.core.db import (
    Base,
    BigKey,
    Database,
    ScopedSession,
    SessionDep,
    UTCDateTime,
    after_commit,
    rows_affected,
)
from verbatim.core.effects import AuditedRead, Declaration, Declared, Effect, declares
from verbatim.core.epoch import epoch
from verbatim.core.erasure import Eraser, erase_owner, owns_content
from verbatim.core.errors import (
    ERROR_CODE,
    ConflictError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    NotSignedInError,
    UnavailableError,
    VerbatimError,
    error_response,
)
from verbatim.core.events import (
    Event,
    all_events,
    announce,
    current_event,
    current_session,
    emit,
    touched_places,
)
from verbatim.core.figures.text import Figure
from verbatim.core.guards import Guard, GuardMaker, Standing
from verbatim.core.http import STRICT_TRANSPORT, header_of
from verbatim.core.inbound import FreeJsonError, Moment, RequestBody, ShownJson, check_json, example
from verbatim.core.jobs.claims import ClaimedJob, release_expired, take
from verbatim.core.jobs.context import JobContext, JobError, JobHandler
from verbatim.core.jobs.engine import JobEngine
from verbatim.core.jobs.fairness import FairShare
from verbatim.core.jobs.job_type import EXPRESS_PRIORITY, RetryPolicy
from verbatim.core.jobs.models import IS_ACTIVE, IS_FAILED, IS_QUEUED, Job, JobStatus
from verbatim.core.jobs.parts import LOWEST, EngineParts, Lane
from verbatim.core.jobs.queue import enqueue, queue_again, request_cancel
from verbatim.core.language_models import ChosenModel, ModelCaller, ModelDesk, ModelUnknownError
from verbatim.core.lazy import lazy
from verbatim.core.live import LiveHub
from verbatim.core.member import Member
from verbatim.core.ownership import (
    TRASH,
    Owned,
    Placed,
    Scope,
    System,
    Unscoped,
    as_system,
    current_scope,
    including_trash,
    list_indexes,
    owned_classes,
    scope_or_none,
    use_scope,
)
from verbatim.core.pagination import ListResponse, MessageResponse, Page, PageDep
from verbatim.core.placement import has_content, move_content
from verbatim.core.process import child_environment, is_dead, process_id
from verbatim.core.pulse import Pulse, moment
from verbatim.core.reading import rows_of
from verbatim.core.resources import Protection, Resource, Resources, StoredFile, resources_of
from verbatim.core.routing import Router, declared_by, sends
from verbatim.core.scoping import kept
from verbatim.core.sealed import SealedColumn
from verbatim.core.secret_key import KEY_FILE, KeySettings, key_ring
from verbatim.core.secrets import KeyRing, SealError, from_text, place, to_text
from verbatim.core.sending import SENT, Sent, StreamedResponse
from verbatim.core.settings.current import begin_with, current
from verbatim.core.settings.errors import InvalidSettingsError, SettingsError
from verbatim.core.settings.fields import SettingField
from verbatim.core.settings.group import ENVIRONMENT, RESTART, Applies, CommaSeparated, Group, secret, split
from verbatim.core.settings.history import LastChange, last_change
from verbatim.core.settings.service import RESET, change_settings, is_given
from verbatim.core.settings.store import SettingsStore
from verbatim.core.settings.store import Source as SettingSource
from verbatim.core.sockets import TRY_LATER, watched
from verbatim.core.spans import begin as begin_span
from verbatim.core.spans import carried, is_tracing, read_carried, traceparent
from verbatim.core.spans import end as end_span
from verbatim.core.stored.moving import Moved, Route, count_left, move_files
from verbatim.core.tallies import OwnTallies, Tallies
from verbatim.core.text import OneLine, Storable
from verbatim.core.words import every_word, words_of
from verbatim.permissions import (
    ADMINISTRATIVE,
    ROLE_PERMISSIONS,
    Permission,
    Role,
    any_user,
    demand,
    public,
    requires,
    signed_in,
)
from verbatim.plugins.commands import open_database
from verbatim.plugins.feature import Feature
from verbatim.plugins.loader import API_VERSION, Plugin, PluginError
from verbatim.plugins.registry import PluginRegistry, RegistrationError

__all__ = [
    "ADMINISTRATIVE",
    "API_VERSION",
    "CHUNK",
    "ENVIRONMENT",
    "ERROR_CODE",
    "EXPRESS_PRIORITY",
    "IS_ACTIVE",
    "IS_FAILED",
    "IS_QUEUED",
    "KEY_FILE",
    "LOWEST",
    "RESET",
    "RESTART",
    "ROLE_PERMISSIONS",
    "SENT",
    "STRICT_TRANSPORT",
    "TRASH",
    "TRY_LATER",
    "USUAL",
    "Applies",
    "AuditedRead",
    "AuthDescription",
    "AuthProvider",
    "BackgroundTask",
    "BackupPart",
    "Base",
    "BigKey",
    "BlockReader",
    "ByChat",
    "ChatCompletions",
    "ChatMessage",
    "ChatOptions",
    "Check",
    "CheckStatus",
    "Checker",
    "ChosenModel",
    "ClaimedJob",
    "CommaSeparated",
    "ConflictError",
    "ConnectionTest",
    "CorePostgresqlAdapter",
    "Database",
    "DatabaseAdapter",
    "DatabaseError",
    "Declaration",
    "Declared",
    "Deleter",
    "Door",
    "Effect",
    "Ending",
    "EngineParts",
    "Eraser",
    "Event",
    "FairShare",
    "Feature",
    "Figure",
    "FileInfo",
    "ForbiddenError",
    "FreeJsonError",
    "Group",
    "Guard",
    "GuardMaker",
    "HealthCheck",
    "IAIService",
    "InvalidInputError",
    "InvalidSettingsError",
    "Job",
    "JobContext",
    "JobEngine",
    "JobError",
    "JobHandler",
    "JobStatus",
    "KeyRing",
    "KeySettings",
    "Lane",
    "LanguageModelError",
    "LastChange",
    "ListResponse",
    "LiveHub",
    "LocationSource",
    "LocationUnknownError",
    "Member",
    "MessageResponse",
    "Mode",
    "ModelCaller",
    "ModelDesk",
    "ModelFailure",
    "ModelInfo",
    "ModelUnknownError",
    "Moment",
    "Moved",
    "NotFoundError",
    "NotSignedInError",
    "OneLine",
    "OwnTallies",
    "Owned",
    "Page",
    "PageDep",
    "Patience",
    "Permission",
    "Piece",
    "Placed",
    "Plugin",
    "PluginError",
    "PluginRegistry",
    "PostgresqlReader",
    "Principal",
    "Protection",
    "Pulse",
    "RangeReader",
    "Reader",
    "Refusal",
    "RegistrationError",
    "Rehearsal",
    "Rehearsed",
    "RepeatedTask",
    "RequestBody",
    "Resource",
    "Resources",
    "RetryPolicy",
    "Role",
    "Route",
    "Router",
    "Scope",
    "ScopedSession",
    "Scratch",
    "SealError",
    "SealedColumn",
    "Sent",
    "SessionDep",
    "SettingField",
    "SettingSource",
    "Settings",
    "SettingsError",
    "SettingsStore",
    "ShownJson",
    "Standing",
    "Storable",
    "StorageAdapter",
    "StorageError",
    "StorageFullError",
    "StorageWriter",
    "Storages",
    "StoredFile",
    "StreamedResponse",
    "System",
    "Tallies",
    "TextLookups",
    "UTCDateTime",
    "UnavailableError",
    "Unscoped",
    "Usage",
    "VerbatimError",
    "acting_for",
    "after_commit",
    "all_events",
    "announce",
    "any_user",
    "as_system",
    "begin_span",
    "begin_with",
    "below",
    "carried",
    "change_settings",
    "check_json",
    "check_key",
    "child_environment",
    "content_class",
    "count_left",
    "current",
    "current_event",
    "current_scope",
    "current_session",
    "declared_by",
    "declares",
    "delete_rows",
    "demand",
    "emit",
    "end_span",
    "enqueue",
    "epoch",
    "erase_owner",
    "error_response",
    "every_word",
    "example",
    "explain",
    "from_text",
    "gathered",
    "has_content",
    "header_of",
    "including_trash",
    "is_dead",
    "is_given",
    "is_tracing",
    "kept",
    "key_ring",
    "last_change",
    "lazy",
    "list_indexes",
    "moment",
    "move_content",
    "move_files",
    "neighbourhood",
    "new_id",
    "number_of_tokens",
    "objects",
    "open_database",
    "owned_classes",
    "owns_content",
    "place",
    "plain",
    "principal_in",
    "principal_of",
    "process_id",
    "public",
    "queue_again",
    "read_carried",
    "release_expired",
    "request_cancel",
    "requires",
    "resources_of",
    "rows_affected",
    "rows_of",
    "scope_or_none",
    "secret",
    "sends",
    "signed_in",
    "split",
    "split_url",
    "take",
    "to_text",
    "to_the_end",
    "tokens_of",
    "tokens_of_messages",
    "touched_places",
    "traceparent",
    "use_scope",
    "utcnow",
    "watched",
    "words_of",
]
