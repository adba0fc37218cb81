"""A summary or an answer as a file to take along."""

from __future__ import annotations

from enum import StrEnum

from verbatim.adapters.llm.prompts import HEADINGS
from verbatim.ai.schemas import AiResultResponse, SentenceResponse
from verbatim.recordings.naming import format_duration


class ResultFormat(StrEnum):
    """Markdown for people, JSON for programs."""

    MD = "md"
    JSON = "json"


TYPES = {ResultFormat.MD: "text/markdown", ResultFormat.JSON: "application/json"}
_UNCHECKED = "not checked"


def export(result: AiResultResponse, title: str, form: ResultFormat) -> str:
    """Return the content of the file."""
    if form is ResultFormat.JSON:
        return result.model_dump_json(indent=2)
    how = result.model_label if result.is_language_model else result.model_label.lower()
    about = f"Version {result.version}, {result.created_at:%Y-%m-%d %H:%M} UTC, by {how}."
    notes = ["The transcript was corrected since."] if result.stale else []
    notes += [] if result.complete else ["The model was stopped before the end."]
    lines = [f"# {_plain(title)}", "", " ".join([about, *notes]), ""]
    if result.question and result.kind == "answer":
        lines += [f"**{_plain(result.question)}**", ""]
    section = ""
    for one in result.sentences:
        if one.section != section:
            section = one.section
            name = next((text for part, text in HEADINGS.items() if part.value == section), section)
            lines += ["", f"## {name}", ""] if result.kind != "answer" else []
        lines.append(f"- {_plain(one.text)} {_where(one)}".rstrip())
    return "\n".join(lines) + "\n"


def _where(sentence: SentenceResponse) -> str:
    places = ", ".join(dict.fromkeys(format_duration(one.start_time) for one in sentence.citations))
    told = [part for part in (places, "" if sentence.verified else _UNCHECKED) if part]
    return f"({'; '.join(told)})" if told else ""


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return "".join(f"\\{sign}" if sign in r"\`*_[]<>#|" else sign for sign in " ".join(text.split()))
