"""How other programs write the name of a file in a form, and what becomes of it."""

from __future__ import annotations

import base64

import pytest
from support.client import Client
from support.recordings import REPORT
from verbatim.core.disposition import parse_disposition
from verbatim.recordings.naming import title_of

WANTED = "Müller & Söhne.wav"
WORD = base64.b64encode(WANTED.encode()).decode()
QUOTED = "M%C3%BCller%20%26%20S%C3%B6hne.wav"

PROGRAMS: dict[str, bytes] = {
    ".NET": f"name=file; filename=\"=?utf-8?B?{WORD}?=\"; filename*=utf-8''{QUOTED}".encode(),
    ".NET, older": f'name=file; filename="=?utf-8?B?{WORD}?="'.encode(),
    "Java mail": b'name="file"; filename="=?UTF-8?Q?M=C3=BCller_&_S=C3=B6hne.wav?="',
    "Java mail in two words": b'name="file"; filename="=?UTF-8?Q?M=C3=BCller_&?= =?UTF-8?Q?_S=C3=B6hne.wav?="',
    "older requests": f"name=\"file\"; filename*=utf-8''{QUOTED}".encode(),
    "Latin-1 extended": b"name=\"file\"; filename*=iso-8859-1'de'M%FCller%20%26%20S%F6hne.wav",
    "in pieces": b'name="file"; filename*0*=utf-8\'\'M%C3%BCller; filename*1=" & "; filename*2*=S%C3%B6hne.wav',
    "aiohttp": f'name="file"; filename="{QUOTED}"'.encode(),
    "browsers": f'name="file"; filename="{WANTED}"'.encode(),
    "curl on Windows": f'name="file"; filename="{WANTED}"'.encode("cp1252"),
    "an unreadable extended name beside a good one": f"name=file; filename*=x-no'd'%FF; filename=\"{WANTED}\"".encode(),
    "with its path": f'name="file"; filename="C:\\Users\\me\\{WANTED}"'.encode(),
    "with its path, escaped": f'name="file"; filename="C:\\\\Users\\\\me\\\\{WANTED}"'.encode(),
    "with another path": f'filename="/srv/sound/{WANTED}"; name="file"'.encode(),
    "no quotation marks": f"name=file;filename={WANTED}".encode(),
    "capitals": f'NAME="file"; FileName="{WANTED}"'.encode(),
}


@pytest.mark.parametrize("program", PROGRAMS)
async def test_every_program_is_understood(client: Client, program: str) -> None:
    head = b"Content-Disposition: form-data; " + PROGRAMS[program] + b"\r\nContent-Type: audio/wav\r\n\r\n"
    field = b'Content-Disposition: form-data; name="transcribe"\r\n\r\nfalse'
    body = b"--xyz\r\n" + field + b"\r\n--xyz\r\n" + head + REPORT.read_bytes() + b"\r\n--xyz--\r\n"
    answer = await client.post(
        "/api/recordings/upload", content=body, headers={"content-type": "multipart/form-data; boundary=xyz"}
    )
    assert answer.status_code == 201, answer.text
    assert answer.json()["file_name"] == WANTED
    assert answer.json()["title"] == "Müller & Söhne"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (b'form-data; name="file"; filename="a \\"b\\" c.wav"', 'a "b" c.wav'),
        (b'form-data; name="file"; filename="a%22b%22.wav"', 'a"b".wav'),
        (b'form-data; name="file"; filename="100% sure.wav"', "100% sure.wav"),
        (b'form-data; name="file"; filename="50%25.wav"', "50%.wav"),
        (b'form-data; name="file"; filename="a%ZZ.wav"', "a%ZZ.wav"),
        (b'form-data; name="file"; filename="a%FFb.wav"', "a%FFb.wav"),
        (b'form-data; name="file"; filename="a;b=c.wav"', "a;b=c.wav"),
        (b'form-data; name="file"; filename="=?utf-8?B?!?="', "=?utf-8?B?!?="),
        (b'form-data; name="file"; filename="=?no-such?Q?abc?="', "=?no-such?Q?abc?="),
        (b"form-data; name=file; filename*=utf-8''", ""),
        (b"form-data; name=file; filename*=plain.wav", "plain.wav"),
        (b'form-data; name="file"; filename=""', ""),
    ],
)
def test_what_stands_there(header: bytes, name: str) -> None:
    found = parse_disposition(header)
    assert (found["name"], found["filename"]) == ("file", name)


@pytest.mark.parametrize("header", [b"", b"form-data", b"form-data; =;;;", b'form-data; filename="open', b"\xff" * 99])
def test_nonsense_has_no_name(header: bytes) -> None:
    assert "name" not in parse_disposition(header)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Interview with Dr. Meyer", "Interview with Dr. Meyer"),
        ("Interview with Dr. Meyer.mp3", "Interview with Dr. Meyer"),
        ("board_meeting  2026.WAV", "board meeting 2026"),
        ("v1.2 final", "v1.2 final"),
        ("Sitzung 3.11.2026", "Sitzung 3.11.2026"),
        ("talk.wma", "talk"),
        ("talk.mp4.avi", "talk.mp4"),
        ("notes.bin", "notes.bin"),
        ("wav", "wav"),
        (".mp3", ".mp3"),
    ],
)
def test_titles_lose_only_an_extension_of_sound_or_video(name: str, title: str) -> None:
    assert title_of(name) == title
