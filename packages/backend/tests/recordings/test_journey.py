"""From a file to a transcript that was corrected, found and saved."""

from __future__ import annotations

from support.client import Client


async def test_a_recording_becomes_a_transcript_that_can_be_corrected_found_and_exported(client: Client) -> None:
    transcript = await client.transcribed(title="Board meeting")
    segment = transcript["segments"][0]
    assert "report" in segment["text"].lower()
    assert transcript["engine"] == "pocketsphinx"

    corrected = segment["text"].replace("report", "reckoning")
    answer = await client.patch(
        f"/api/transcripts/{transcript['id']}/segments/{segment['id']}",
        json={"text": corrected, "version": segment["version"]},
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["original_text"] == segment["text"]

    found = (await client.get("/api/search/global", params={"q": "reckoning"})).json()
    assert [hit["start_time"] for hit in found["results"]] == [segment["start_time"]]
    by_title = (await client.get("/api/search/global", params={"q": "board"})).json()
    assert [hit["type"] for hit in by_title["results"]] == ["recording"]

    subtitles = await client.get(f"/api/transcripts/{transcript['id']}/export", params={"format": "srt"})
    assert "reckoning" in subtitles.text
    assert subtitles.text.startswith("1\n00:00:00,")
