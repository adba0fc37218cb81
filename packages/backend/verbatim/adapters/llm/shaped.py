"""Answers of a given form: JSON that a schema describes, checked here, and asked for once more where it is wrong."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from verbatim.adapters.llm.api import Answer, ChatOptions, Ending, Form, LanguageModelError, Message, ModelFailure

_FENCED: Final = re.compile(r"^\s*```(?:json)?\s*(.*?)\s*```\s*$", re.DOTALL)
_MOST_SHOWN: Final = 8_000
"""Characters of a wrong answer that are shown to the model again."""
_MOST_PROBLEMS: Final = 5


class Shape(BaseModel):
    """Parent of forms. Every field has to be given, null where there is nothing to say: not every server knows fields
    that may be left out.
    """

    model_config = ConfigDict(extra="forbid")


F = TypeVar("F", bound=Shape)
Chat = Callable[[Sequence[Message], ChatOptions], Awaitable[Answer]]


@dataclass(frozen=True)
class Shaped(Generic[F]):
    """What was answered in the form; the ending's usage is of both tries. ``value`` is None when ``text`` is plain,
    without a try at JSON: from a server that knows no forms.
    """

    value: F | None
    text: str
    ending: Ending


def form_of(shape: type[Shape]) -> Form:
    """Return a form as servers are told it."""
    return Form(re.sub(r"(?<!^)(?=[A-Z])", "_", shape.__name__).lower(), shape.model_json_schema())


async def chat_as(chat: Chat, messages: Sequence[Message], shape: type[F], options: ChatOptions) -> Shaped[F]:
    """Ask for an answer of a form. One that is not right is told what is wrong with it, once.

    Raises:
        LanguageModelError: no answer comes, or none of this form the second time either.
    """
    asked = replace(options, form=form_of(shape))
    answer = await chat(messages, asked)
    if "{" not in answer.text and answer.text.strip():
        return Shaped(None, answer.text, answer.ending)
    ending = answer.ending
    value, problem = _read(answer.text, shape)
    if value is None:
        answer = await chat([*messages, *_once_more(answer.text, problem)], asked)
        ending = replace(answer.ending, usage=ending.usage + answer.ending.usage)
        value, problem = _read(answer.text, shape)
    if value is None:
        raise LanguageModelError(
            ModelFailure.MALFORMED,
            "The language model does not answer in the form that was asked for, also when asked again; "
            "try another model.",
        )
    return Shaped(value, answer.text, ending)


def _read(text: str, shape: type[F]) -> tuple[F | None, str]:
    """Return what a text says, or None and what is wrong with it."""
    fenced = _FENCED.match(text)
    try:
        return shape.model_validate_json(fenced.group(1) if fenced else text.strip()), ""
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        told = [f"{'.'.join(map(str, one['loc'])) or 'the answer'}: {one['msg']}" for one in found[:_MOST_PROBLEMS]]
        return None, "; ".join(told)[:1_000]


def _once_more(text: str, problem: str) -> list[Message]:
    task = f"That does not have the form that was asked for ({problem}). Answer again, with the JSON alone."
    return [Message("assistant", text[:_MOST_SHOWN] or "{}"), Message("user", task)]
