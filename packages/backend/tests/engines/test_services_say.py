"""What a transcription service said stands in the transcript; what is no transcript is told as a failure."""

from __future__ import annotations

from typing import Any

import pytest
from support.hearing import SECONDS, Listener
from verbatim.adapters.transcription.api import EngineFailed


def one_segment(text: str, seconds: float = 20.0) -> dict[str, Any]:
    return {"text": text, "segments": [{"id": 0, "start": 0, "end": seconds, "text": text}]}


def many_segments(texts: list[str], step: float = 2.0) -> dict[str, Any]:
    segments = [{"start": i * step, "end": i * step + step * 0.75, "text": text} for i, text in enumerate(texts)]
    return {"text": " ".join(texts), "segments": segments}


SAID_IN_ONE_BREATH = {
    "seven votes": "Yes. " * 7 + "The motion passes with seven votes.",
    "seven times no": "No, " * 7 + "don't do that!",
    "Korean votes": "네. " * 7 + "안건이 통과되었습니다.",
    "German votes": "Ja. " * 9 + "Der Antrag ist angenommen.",
    "French votes": "Oui. " * 8 + "La motion est adoptée.",
    "Spanish votes": "Sí. " * 12 + "Aprobado por unanimidad.",
    "Russian votes": "Да. " * 11 + "Решение принято.",
    "Arabic votes": "نعم. " * 8 + "تمت الموافقة.",
    "Hebrew votes": "כן. " * 8 + "ההצעה התקבלה.",
    "Hindi votes": "हाँ। " * 9 + "प्रस्ताव पारित हुआ।",
    "Japanese votes": "はい。" * 9 + "可決されました。",
    "Chinese votes": "同意。" * 8 + "动议通过。",
    "Thai votes": "เห็นด้วย " * 8 + "มติผ่าน",
    "Lao votes": "ເຫັນດີ " * 8 + "ຜ່ານແລ້ວ",
    "Khmer votes": "យល់ព្រម " * 8 + "អនុម័ត",
    "Burmese votes": "သဘောတူသည်။ " * 8 + "အတည်ပြုသည်။",
    "an account number": "The number is zero zero zero zero zero zero zero four.",
    "an account number in signs": "The number is 0 0 0 0 0 0 0 4.",
    "a telephone number": "Call five five five five five five five, please.",
    "a drill": "Left, right, " * 14 + "halt!",
    "a count": "One, two, three, four. " * 8 + "And rest.",
    "a chant": "What do we want? Justice! When do we want it? Now! " * 6,
    "another chant": "USA! " * 20 + "Thank you.",
    "a song": "La la la la la la la la, " * 5 + "hey Jude.",
    "a shopping list": "Two apples, two pears, two plums, " * 6 + "and that is all.",
    "a prayer": "Lord, have mercy. " * 12 + "Amen.",
    "an announcement": "The train to Hamburg is late by five minutes. " * 7 + "We apologise.",
    "a stutter": "I I I I I I I think so.",
    "a sound check": "Check, check, check, one, two, check, check, check, check, check, check, check.",
    "laughter": "Ha ha ha ha ha ha ha ha ha ha, very funny.",
    "Chinese with English": "我们用 Spring Boot 和 React Native 开发 iOS App，下周 release version 2.0",  # noqa: RUF001
    "Japanese with English": "今日は Machine Learning と Deep Learning の Meeting です。",
    "Thai with English": "วันนี้เราใช้ Google Docs กับ Power Point ครับ",
    "Korean with English": "오늘은 Spring Boot 로 API 를 만듭니다.",
    "Burmese with English": "ကျွန်တော် Power Point သုံးတယ်။",
    "Chinese without any space": "今天我们讨论预算和明年的计划。" * 3,
    "French spaces": "Bonjour\u00a0! Vous avez 10\u202f000 euros\u00a0?",
}


@pytest.mark.parametrize("text", SAID_IN_ONE_BREATH.values(), ids=SAID_IN_ONE_BREATH.keys())
@pytest.mark.parametrize("shape", ["segments", "words", "plain"])
def test_all_of_it_stands_there(listener: Listener, text: str, shape: str) -> None:
    text = text.strip()
    reply: dict[str, Any] = {"text": text}
    if shape == "segments":
        reply = one_segment(text, 29.0)
    elif shape == "words":
        pieces = text.split()
        step = 29.0 / len(pieces)
        reply |= {
            "words": [{"word": w.strip(".,!?"), "start": i * step, "end": (i + 1) * step} for i, w in enumerate(pieces)]
        }
    outcome = listener.hears(reply)
    assert "".join(f"{s.text} " for s in outcome.segments).strip() == text
    assert {segment.doubt for segment in outcome.segments} == {None}


SAID_ONE_AFTER_THE_OTHER = {
    "a roll call": ["Present."] * 14,
    "a roll call with names": ["Miller?", "Here.", "Smith?", "Here.", "Jones?", "Here."] * 2,
    "a German roll call": ["Hier."] * 14,
    "a repeated sentence": ["And then we went home again."] * 7,
    "a repeated announcement": ["Please mind the gap.", "The doors are closing.", "Please mind the gap."] * 4,
    "Japanese": ["はい。"] * 14,
    "Khmer": ["បាទ។"] * 13,
    "an auction": ["Fifty.", "Sold!"] * 7,
}


@pytest.mark.parametrize("texts", SAID_ONE_AFTER_THE_OTHER.values(), ids=SAID_ONE_AFTER_THE_OTHER.keys())
def test_each_segment_was_said(listener: Listener, texts: list[str]) -> None:
    assert listener.texts(many_segments(texts)) == texts


def test_speakers_and_times_of_people_who_talk_at_once(listener: Listener) -> None:
    segments = [
        {"start": 0, "end": 5, "text": "First speaker talks long", "speaker": "A"},
        {"start": 2, "end": 3, "text": "uh-huh", "speaker": "B"},
        {"start": 4, "end": 8, "text": "second talks", "speaker": "B"},
        {"start": 9, "end": 10, "text": "a number", "speaker": 3},
        {"start": 11, "end": 12, "text": "of words", "words": [{"word": "of", "start": 11, "end": 12, "speaker": "C"}]},
        {"start": 13, "end": 14, "text": "nobody knows", "speaker": None},
    ]
    heard = listener.hears({"text": "x", "segments": segments}).segments
    assert [(s.start, s.end, s.speaker) for s in heard] == [
        *((0, 5, "A"), (2, 3, "B"), (4, 8, "B")),
        *((9, 10, "Speaker 3"), (11, 12, "C"), (13, 14, None)),
    ]


def test_words_without_text_and_segments_without_a_time(listener: Listener) -> None:
    words = [{"word": "Good", "start": 1, "end": 2}, {"word": "morning", "start": 2, "end": 3}]
    assert listener.texts({"segments": [{"start": 1, "end": 3, "words": words}]}) == ["Good morning"]
    half = [{"start": 0, "end": 4, "text": "one"}, {"text": "two"}, {"start": 8, "end": 9, "text": "three"}]
    heard = listener.hears({"text": "one two three", "segments": half}).segments
    assert [(s.start, s.end) for s in heard] == [(0, 4), (4, 8), (8, 9)]
    nowhere = [{"start": 0, "end": 0, "text": "one"}, {"start": 0, "end": 0, "text": "two"}]
    heard = listener.hears({"text": "one two", "segments": nowhere}).segments
    assert [(s.text, s.start, s.end) for s in heard] == [("one two", 0, SECONDS)]


NO_TRANSCRIPT: dict[str, tuple[Any, str, str]] = {
    "an error": ({"error": {"message": "model overloaded", "type": "server_error"}}, "application/json", "model overl"),
    "an error as text": ({"error": "out of memory"}, "application/json", "says: out of memory"),
    "an error beside a text": ({"text": "", "error": {"message": "cut off"}}, "application/json", "says: cut off"),
    "a detail": ({"detail": "Not authenticated"}, "application/json", "says: Not authenticated"),
    "details": ({"detail": [{"loc": ["file"], "msg": "field required"}]}, "application/json", "field required"),
    "a message": ({"status": "error", "message": "no worker"}, "application/json", "says: no worker"),
    "errors": ({"errors": [{"message": "bad audio"}]}, "application/json", "says: bad audio"),
    "nothing": ({}, "application/json", "without a transcript"),
    "something else": ({"id": "task-1", "status": "queued"}, "application/json", "without a transcript"),
    "no text": ({"text": None, "segments": []}, "application/json", "without a transcript"),
    "a list": ("[1, 2]", "application/json", "is no transcript"),
    "a page": ("<!DOCTYPE html><html><body>Sign in</body></html>", "text/html", "web page"),
    "a page that says it is JSON": ("<html><h1>502</h1></html>", "application/json", "web page"),
    "a page without a type": ("  <HTML>oops</HTML>", "", "web page"),
    "broken JSON": ('{"text": "Good mor', "application/json", "no transcript"),
    "broken JSON as text": ('{"text": "Good mor', "text/plain", "no transcript"),
    "XML": ("<Error><Code>Busy</Code></Error>", "application/xml", "application/xml"),
    "milliseconds": (one_segment("Good morning", 20_000), "application/json", "milliseconds"),
    "words in milliseconds": (
        {"text": "Hi", "words": [{"word": "Hi", "start": 900, "end": 1300}]},
        "application/json",
        "milliseconds",
    ),
}


@pytest.mark.parametrize(("reply", "kind", "reason"), NO_TRANSCRIPT.values(), ids=NO_TRANSCRIPT.keys())
def test_what_is_no_transcript_fails_with_its_reason(listener: Listener, reply: Any, kind: str, reason: str) -> None:
    with pytest.raises(EngineFailed, match=reason):
        listener.hears(reply, kind)
    assert "".join(part["body"] for part in listener.output), "the answer is kept for whoever looks for the fault"


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ({"text": ""}, "application/json"),
        ({"text": "", "segments": [], "words": []}, "application/json; charset=utf-8"),
        ("", "text/plain"),
        ({"text": "", "error": None}, "application/json"),
    ],
)
def test_silence_is_a_transcript_without_words(listener: Listener, reply: Any, kind: str) -> None:
    assert listener.hears(reply, kind).segments == ()


class TestLoops:
    """A true loop is still told from what people repeat, and kept as well."""

    def test_more_words_than_the_time_can_hold(self, listener: Listener) -> None:
        segments = [{"start": 0, "end": 2, "text": "Good morning."}, {"start": 2, "end": 4, "text": "Thank you. " * 60}]
        heard = listener.hears({"text": "x", "segments": segments}).segments
        assert [s.doubt for s in heard] == [None, "too_fast"]
        assert heard[1].text == ("Thank you. " * 60).strip()

    def test_what_the_service_itself_held_for_unlikely(self, listener: Listener) -> None:
        unlikely = {"avg_logprob": -1.4, "compression_ratio": 9.0, "no_speech_prob": 0.1}
        reply = {"text": "x", "segments": [{"start": 0, "end": 25, "text": "you know " * 30, **unlikely}]}
        assert [s.doubt for s in listener.hears(reply).segments] == ["repetition"]


def test_what_was_said_is_kept_as_it_came(listener: Listener) -> None:
    listener.hears('{"text":  "Hi\\u0021"}')
    assert listener.output == [
        {
            "start": 0.0,
            "end": SECONDS,
            "status": 200,
            "content_type": "application/json",
            "body": '{"text":  "Hi\\u0021"}',
        }
    ]
