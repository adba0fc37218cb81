import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keys } from "../keys";
import type { Recording, RecordingList } from "../types";
import { applyChange, parseChange, staleAfter } from "./changes";
import { receive } from "./live";

const recording = (id: string) => ({ id, title: id, status: "pending", job: null }) as unknown as Recording;
const list = (...ids: string[]) => ({ items: ids.map(recording), total: ids.length }) as unknown as RecordingList;

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});
afterEach(() => client.clear());

const isStale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;

describe("what a change means", () => {
  it("writes progress into the lists and the page, fetching nothing", () => {
    const key = [...keys.recordingLists, { page: 1 }];
    client.setQueryData(key, list("a", "b"));
    client.setQueryData(keys.recording("a"), recording("a"));
    applyChange(client, { type: "job.progress", job_id: "j", recording_id: "a", status: "running", progress: 42, stage: "transcribing" });

    const [first, second] = client.getQueryData<RecordingList>(key)?.items ?? [];
    expect(first).toMatchObject({ status: "processing", job: { id: "j", progress: 42, stage: "transcribing" } });
    expect(second?.job).toBeNull();
    expect(client.getQueryData<Recording>(keys.recording("a"))?.job?.progress).toBe(42);
    expect(isStale(key)).toBe(false);
  });

  it("keeps the untouched recording the same object, so that its row does not render", () => {
    client.setQueryData(keys.recordingLists, list("a", "b"));
    const before = client.getQueryData<RecordingList>(keys.recordingLists)?.items[1];
    applyChange(client, { type: "job.progress", job_id: "j", recording_id: "a", status: "running", progress: 1 });
    expect(client.getQueryData<RecordingList>(keys.recordingLists)?.items[1]).toBe(before);
  });

  it("keeps the last known progress when a message carries none", () => {
    client.setQueryData(keys.recording("a"), recording("a"));
    applyChange(client, { type: "job.progress", job_id: "j", recording_id: "a", status: "running", progress: 30 });
    applyChange(client, { type: "job.progress", job_id: "j", recording_id: "a", status: "running" });
    expect(client.getQueryData<Recording>(keys.recording("a"))?.job?.progress).toBe(30);
  });

  it("fetches lists, page and transcript again when a transcription is complete", () => {
    client.setQueryData(keys.transcriptOf("a"), null);
    client.setQueryData(keys.transcriptOf("b"), null);
    applyChange(client, { type: "transcription.complete", recording_id: "a", transcript_id: "t" });
    expect(isStale(keys.transcriptOf("a"))).toBe(true);
    expect(isStale(keys.transcriptOf("b"))).toBe(false);
  });

  it.each(["recording.created", "recording.updated", "recording.trashed", "recording.restored", "recording.deleted", "transcription.failed"])("%s makes the lists stale", (type) => {
    expect(staleAfter({ type, recording_id: "a" })).toContainEqual(keys.recordingLists);
  });

  it("fetches the transcript again when another attempt at a stretch has failed", () => {
    client.setQueryData(keys.transcriptOf("a"), null);
    applyChange(client, { type: "transcript.stretch_tried", recording_id: "a", transcript_id: "t" });
    expect(isStale(keys.transcriptOf("a"))).toBe(true);
  });

  it.each(["voice_profile.updated", "voice_profile.deleted"])("%s makes the known voices stale", (type) => {
    expect(staleAfter({ type })).toEqual([keys.voiceProfiles]);
  });

  it.each(["plugin.something", "toString", "constructor"])("has nothing to fetch for %s", (type) => {
    expect(staleAfter({ type })).toEqual([]);
  });

  it("fetches only the corrected segment of a transcript", async () => {
    const segment = (id: string, text: string) => ({ id, text, speaker_id: null, words: null });
    const key = keys.transcriptOf("a");
    client.setQueryData(key, { id: "t", segments: [segment("1", "one"), segment("2", "two")], speakers: [] });
    const server = vi.fn<(request: Request) => Promise<Response>>(async () => Response.json({ items: [segment("2", "TWO")], total: 2, skip: 1, limit: 1 }));
    vi.stubGlobal("fetch", server);
    applyChange(client, { type: "transcript.updated", recording_id: "a", transcript_id: "t", segment_ids: ["2"] });
    await vi.waitFor(() => expect(client.getQueryData(key)).toMatchObject({ segments: [{ text: "one" }, { text: "TWO" }] }));
    expect(server.mock.calls.map(([request]) => new URL(request.url).search)).toEqual(["?skip=1&limit=1&words=true"]);
    expect(isStale(key)).toBe(false);
  });

  it("asks at once for what was corrected, without waiting for another message", async () => {
    client.setQueryData(keys.transcriptOf("a"), { id: "t2", segments: [{ id: "2", text: "two" }], speakers: [] });
    const server = vi.fn<() => Promise<Response>>(async () => Response.json({ items: [{ id: "2", text: "TWO" }] }));
    vi.stubGlobal("fetch", server);
    applyChange(client, { type: "transcript.updated", recording_id: "a", transcript_id: "t2", segment_ids: ["2"] });
    await Promise.resolve();
    expect(server).toHaveBeenCalledOnce();
  });

  it("fetches the whole transcript after an update that nothing explains", async () => {
    client.setQueryData(keys.transcriptOf("a"), { id: "t3", segments: [], speakers: [] });
    applyChange(client, { type: "transcript.updated", recording_id: "a", transcript_id: "t3" });
    await vi.waitFor(() => expect(isStale(keys.transcriptOf("a"))).toBe(true));
  });

  it("fetches the whole transcript when it does not know the segment", async () => {
    client.setQueryData(keys.transcriptOf("a"), { id: "t", segments: [], speakers: [] });
    applyChange(client, { type: "transcript.updated", recording_id: "a", transcript_id: "t", segment_ids: ["9"] });
    await vi.waitFor(() => expect(isStale(keys.transcriptOf("a"))).toBe(true));
  });

  it("takes no notice of types it does not know", () => {
    expect(staleAfter({ type: "weather.changed" })).toEqual([]);
  });

  it.each([["not json"], ["null"], ["[]"], ['{"no":"type"}']])("does not stumble over %s", (data) => {
    expect(parseChange(data)).toBeNull();
  });
});

describe("the connection", () => {
  it("goes on where it was when the first hello comes before any data", () => {
    expect(receive(client, { kind: "hello" }, "connecting")).toBe("live");
  });

  it("fetches what arrived before the first hello again", () => {
    client.setQueryData(keys.stats, {}, { updatedAt: 1000 });
    receive(client, { kind: "hello" }, "connecting", 2000);
    expect(isStale(keys.stats)).toBe(true);
  });

  it("fetches everything again after a lost connection, and after another tab took over", () => {
    for (const before of ["reconnecting", "live"] as const) {
      client.setQueryData(keys.stats, {});
      expect(receive(client, { kind: "hello" }, before)).toBe("live");
      expect(isStale(keys.stats)).toBe(true);
    }
  });

  it("fetches nothing when another tab is already connected", () => {
    client.setQueryData(keys.stats, {}, { updatedAt: 1000 });
    expect(receive(client, { kind: "here" }, "connecting", 2000)).toBe("live");
    expect(isStale(keys.stats)).toBe(false);
  });

  it("says that it reconnects only when it had been connected", () => {
    expect(receive(client, { kind: "lost" }, "connecting")).toBe("connecting");
    expect(receive(client, { kind: "lost" }, "live")).toBe("reconnecting");
  });
});
