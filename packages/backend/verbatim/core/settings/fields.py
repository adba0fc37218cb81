"""What there is to set: each field with its kind, its bounds and where it is read from."""

from __future__ import annotations

import json
import types
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt, MaxLen
from pydantic import BaseModel, SecretStr, TypeAdapter
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from verbatim.core.settings.group import HIDDEN, Applies, applies, heading

_SPELT = {word.lower(): word for word in ("API", "CA", "GPUs", "HTTP", "MB", "MFA", "OIDC", "URL")}

Kind = Literal["text", "secret", "whole_number", "number", "yes_no", "choice", "list", "json"]


@dataclass(frozen=True)
class SettingField:
    """One setting: a field of a group."""

    name: str
    group: type[BaseSettings]

    @property
    def info(self) -> FieldInfo:
        return self.group.model_fields[self.name]

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"{self.group.model_config.get('env_prefix', '')}{self.name}".upper()

    @property
    def heading(self) -> str:
        return heading(self.group, self.name)

    @property
    def headings(self) -> set[str]:
        """All headings of its group."""
        return {heading(self.group, name) for name in self.group.model_fields}

    @property
    def title(self) -> str:
        words = (_SPELT.get(word, word) for word in self.name.split("_"))
        text = " ".join(words)
        return self.info.title or text[:1].upper() + text[1:]

    @property
    def applies(self) -> Applies:
        return applies(self.group, self.name)

    @property
    def is_secret(self) -> bool:
        """Whether its value never leaves the server; that is so as well when only a part of it is secret."""
        extra = self.info.json_schema_extra
        if isinstance(extra, dict) and extra.get(HIDDEN):
            return True
        return "SecretStr" in repr(self.info.annotation) or bool(_deep_secret(self.info.annotation))

    @property
    def default(self) -> Any:
        return self.info.get_default(call_default_factory=True)

    @property
    def kind(self) -> Kind:
        plain = _without_none(self.info.annotation)
        simple: dict[Any, Kind] = {bool: "yes_no", int: "whole_number", float: "number", SecretStr: "secret"}
        if plain in simple:
            return simple[plain]
        if self.is_secret:
            return "secret" if plain is str else "json"
        if self.choices:
            return "choice"
        return "list" if get_origin(plain) is tuple else "text"

    @property
    def choices(self) -> list[str]:
        plain = _without_none(self.info.annotation)
        if get_origin(plain) is Literal:
            return [str(one) for one in get_args(plain)]
        return [str(one.value) for one in plain] if isinstance(plain, type) and issubclass(plain, Enum) else []

    @property
    def bounds(self) -> dict[str, float]:
        """The bounds of its number: ``ge``, ``gt``, ``le`` and ``lt``."""
        kinds = {Ge: "ge", Gt: "gt", Le: "le", Lt: "lt"}
        return {
            name: getattr(one, name) for one in self.info.metadata for kind, name in kinds.items() if type(one) is kind
        }

    @property
    def longest(self) -> int | None:
        """Most characters of its text."""
        return next((one.max_length for one in self.info.metadata if isinstance(one, MaxLen)), None)

    def plain(self, value: Any) -> Any:
        """Return a value as JSON has it, secrets as asterisks."""
        return json.loads(_ANY.dump_json(value, serialize_as_any=True, fallback=str))

    def plain_with_secrets(self, value: Any) -> Any:
        """Return a value as JSON has it, secrets as they are: only for sealing it."""
        return _revealed(value) if self.is_secret else self.plain(value)


def _revealed(value: Any) -> Any:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, BaseModel):
        return {name: _revealed(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, (tuple, list)):
        return [_revealed(one) for one in value]
    return value.value if isinstance(value, Enum) else value


_ANY: TypeAdapter[Any] = TypeAdapter(Any)


def fields_of(groups: Iterable[type[BaseSettings]]) -> dict[str, SettingField]:
    """Return every setting by its name."""
    return {name: SettingField(name, group) for group in groups for name in group.model_fields}


def _without_none(annotation: Any) -> Any:
    if get_origin(annotation) in {Union, types.UnionType}:
        rest = [one for one in get_args(annotation) if one is not type(None)]
        return rest[0] if len(rest) == 1 else annotation
    return annotation


def _deep_secret(annotation: Any) -> bool:
    """Say whether a model inside holds a secret."""
    inner = [one for one in get_args(annotation) if one is not Ellipsis]
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        return any("SecretStr" in repr(field.annotation) for field in annotation.model_fields.values())
    return any(_deep_secret(one) for one in inner)
