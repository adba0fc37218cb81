"""What a file of subtitles must keep to, checked over all its cues, and an hour of talk in five languages to try it."""

from __future__ import annotations

import html
import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

SRT = re.compile(r"(\d+):(\d\d):(\d\d),(\d{3}) --> (\d+):(\d\d):(\d\d),(\d{3})")
VTT = re.compile(r"(\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d+):(\d\d):(\d\d)\.(\d{3})")

SENTENCES = {
    "en": (
        "The budget for next year has to be ready before the end of the month.",
        "I think, if nobody minds, we should start with the numbers from the second quarter.",
        "Yes.",
        "No, not really.",
        "What we saw in the warehouse last week, and what people told us, does not fit to the report at all",
        "because somebody counted the pallets twice and nobody noticed it until the lorry came back",
        "Right?",
    ),
    "de": (
        "Die Haushaltsplanung für das kommende Geschäftsjahr muss vor Monatsende abgeschlossen sein.",
        "Ich glaube, wenn niemand etwas dagegen hat, beginnen wir mit den Zahlen des zweiten Quartals.",
        "Ja.",
        "Der Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzentwurf liegt vor.",
        "Nein, eher nicht.",
    ),
    "ar": (
        "يجب أن تكون ميزانية العام القادم جاهزة قبل نهاية الشهر.",
        "أعتقد، إذا لم يمانع أحد، أننا يجب أن نبدأ بأرقام الربع الثاني.",
        "نعم.",
        "سنلتقي على Zoom كل يوم اثنين، أليس كذلك؟",
    ),
    "ja": (
        "来年度の予算は月末までに準備しなければなりません。",
        "皆さんがよろしければ、第二四半期の数字から始めたいと思います。",
        "はい。",
        "今回は生産性の向上を図る企業を応援してくれるこんな補助金があるそうで少し説明をしながら話をしていきたいと思います",
        "Machine Learning のチームから報告があります。",
    ),
    "th": (
        "งบประมาณของปีหน้าต้องเสร็จก่อนสิ้นเดือนนี้นะครับ",
        "ผมคิดว่าถ้าไม่มีใครขัดข้องเราควรเริ่มจากตัวเลขของไตรมาสที่สอง",
        "ครับ",
        "สวัสดีครับวันนี้เราจะมาพูดถึงแผนการทำงานและอยากให้ทุกคนแสดงความคิดเห็นอย่างเต็มที่",
    ),
}
LETTERS_PER_SECOND = {"en": 15, "de": 15, "ar": 13, "ja": 7, "th": 13}


@dataclass(frozen=True)
class Shown:
    """One cue of a file; `text` are its lines without marks."""

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str | None


def columns_of(text: str) -> int:
    """Wide letters count double, marks nothing."""
    return sum(
        0 if unicodedata.category(c) in {"Mn", "Me", "Cf"} else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def read_cues(text: str, pattern: re.Pattern[str]) -> list[Shown]:
    found: list[Shown] = []
    for block in text.removeprefix("WEBVTT\n\n").removesuffix("\n\n").split("\n\n"):
        lines = block.split("\n")
        if pattern is SRT:
            assert lines.pop(0) == str(len(found) + 1)
        match = pattern.fullmatch(lines.pop(0))
        assert match
        start, end = (int(h) * 3600 + int(m) * 60 + int(s) + int(ms) / 1000 for h, m, s, ms in _fours(match.groups()))
        voice = re.match(r"<v ([^>]*)>", lines[0])
        speaker = voice[1] if voice else None
        lines[0] = lines[0][voice.end() :] if voice else lines[0]
        found.append(Shown(start, end, tuple(html.unescape(line) for line in lines), speaker))
    return found


def _fours(parts: Sequence[str]) -> list[Sequence[str]]:
    return [parts[:4], parts[4:]]


def broken_rules(cues: Sequence[Shown], *, line_length: int = 42, lines: int = 2, speed: float = 20.0) -> list[str]:
    """Return a sentence for each rule that a cue breaks."""
    found = []
    last: dict[str | None, Shown] = {}
    for cue in cues:
        seconds = cue.end - cue.start
        if not 1 <= len(cue.lines) <= lines or not all(line.strip() for line in cue.lines):
            found.append(f"{cue}: {len(cue.lines)} lines")
        found.extend(f"{cue}: {columns_of(line)} columns" for line in cue.lines if columns_of(line) > line_length)
        if not 0.999 <= seconds <= 7.001:
            found.append(f"{cue}: {seconds:.3f} s")
        letters = sum(map(columns_of, cue.lines))
        if letters / seconds > speed + 0.05:
            found.append(f"{cue}: {letters / seconds:.1f} columns a second")
        before = last.get(cue.speaker)
        if before is not None and cue.start < before.end:
            found.append(f"{cue}: overlaps {before}")
        last[cue.speaker] = cue
    return found


def talk(language: str, seconds: float, *, seed: int = 1, timed: bool = True) -> list[dict[str, Any]]:
    """Segments as an engine would tell them, by two speakers, some of several sentences, with pauses between."""
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    now, speaker = 0.5, 0
    found: list[dict[str, Any]] = []
    space = "" if language in {"ja", "th"} else " "
    while now < seconds:
        text = space.join(rng.choices(SENTENCES[language], k=rng.randint(1, 3)))
        length = max(0.3, len(text) / LETTERS_PER_SECOND[language])
        if length <= 30:
            found.append({"start": now, "end": now + length, "text": text, "speaker": speaker, "timed": timed})
            now += length + rng.choice((0.05, 0.3, 0.9, 2.5))
            speaker = rng.choice((speaker, 1 - speaker))
    return found
