import { describe, expect, it } from "vitest";
import { inWords } from "./measure";

describe("a measure in words", () => {
  it.each([
    ["upload_max_bytes", "21474836480", "20 GiB"],
    ["upload_reserve_bytes", "268435456", "256 MiB"],
    ["upload_max_bytes", "5000000", "5.0 MB"],
    ["upload_max_bytes", "1536", "1.5 kB"],
    ["transcription_timeout_seconds", "1800", "30 min"],
    ["audit_seal_seconds", "7200", "2.0 h"],
  ])("says %s %s as %s", (name, text, words) => {
    expect(inWords(name, text)).toBe(words);
  });

  it.each([
    ["upload_max_bytes", ""],
    ["upload_max_bytes", "many"],
    ["upload_max_bytes", "512"],
    ["audit_seal_seconds", "30"],
    ["jobs_workers", "20480"],
  ])("has no other words for %s %j", (name, text) => {
    expect(inWords(name, text)).toBeNull();
  });
});
