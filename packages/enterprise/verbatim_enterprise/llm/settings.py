"""Settings of language models."""

from __future__ import annotations

import ipaddress
from typing import Annotated, ClassVar, Final

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import NoDecode

from verbatim_enterprise.host import ENVIRONMENT, Group, split

_PRIVATE: Final = ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
_YES: Final = frozenset({"true", "1", "yes", "on"})
_NO: Final = frozenset({"false", "0", "no", "off"})


def _networks(value: object) -> object:
    if isinstance(value, str) and value.strip().casefold() in _YES | _NO:
        value = ",".join(_PRIVATE) if value.strip().casefold() in _YES else ""
    parts = split(value)
    if not isinstance(parts, list):
        return parts
    return [ipaddress.ip_network(part, strict=False) if isinstance(part, str) else part for part in parts]


Networks = Annotated[tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...], NoDecode, BeforeValidator(_networks)]


class LlmSettings(Group):
    """Models of providers, beside those that administrators add on their page."""

    title: ClassVar[str] = "Language models"

    llm_openai_key: SecretStr = Field(SecretStr(""), description="Key at OpenAI.", json_schema_extra=ENVIRONMENT)
    llm_openai_model: str = Field("gpt-4o-mini", description="Model to ask OpenAI for.", json_schema_extra=ENVIRONMENT)
    llm_anthropic_key: SecretStr = Field(SecretStr(""), description="Key at Anthropic.", json_schema_extra=ENVIRONMENT)
    llm_anthropic_model: str = Field(
        "claude-haiku-4-5", description="Model to ask Anthropic for.", json_schema_extra=ENVIRONMENT
    )
    llm_base_url: str = Field(
        "", description="Base address of a server that speaks as OpenAI does.", json_schema_extra=ENVIRONMENT
    )
    llm_api_key: SecretStr = Field(SecretStr(""), description="Key of that server.", json_schema_extra=ENVIRONMENT)
    llm_model: str = Field("", description="Model to ask that server for.", json_schema_extra=ENVIRONMENT)
    llm_allow_private: Networks = Field(
        (),
        description="Private networks in which servers of language models may lie, comma-separated, such as "
        "10.1.2.0/24; true: all private ones.",
        json_schema_extra=ENVIRONMENT,
    )
    llm_unpriced: str = Field(
        "flag",
        pattern="^(flag|block)$",
        description="Models without a price: flag (they answer, their cost is unknown) or block.",
        json_schema_extra=ENVIRONMENT,
    )
    llm_wait_seconds: float = Field(
        10,
        ge=0,
        le=120,
        description="Longest wait for calls that are under way, before a budget that they may use up refuses one.",
        json_schema_extra=ENVIRONMENT,
    )
    llm_fallback: str = Field(
        "",
        max_length=2_000,
        description="Models that answer in the place of one that fails before its first word, by their ids, "
        "comma-separated, in order; only those are asked that the team may use. Empty: none.",
    )
    llm_fallback_ceiling: int = Field(
        0,
        ge=0,
        le=10**12,
        description="Most that a model which stands in may cost for a million tokens, read or written, in millionths "
        "of the currency of the prices; 0: no more than the model that was asked for.",
    )
