import { describe, expect, it } from "vitest";
import type { UploadResult } from "@/lib/types";
import { UploadQueue } from "./queue";
import type { Send } from "./send";

interface Started {
  name: string;
  progress: (fraction: number) => void;
  succeed: (duplicateOf?: { id: string; title: string }) => void;
  fail: (reason: Error) => void;
  aborted: boolean;
}

function setup() {
  const started: Started[] = [];
  const send: Send = (file, _options, progress) => {
    const { promise, resolve, reject } = deferred<UploadResult>();
    const entry: Started = {
      name: file.name,
      progress,
      succeed: (duplicateOf) => resolve({ id: `id-${file.name}`, duplicate_of: duplicateOf ?? null } as UploadResult),
      fail: reject,
      aborted: false,
    };
    started.push(entry);
    return { done: promise, abort: () => ((entry.aborted = true), reject(new DOMException("x", "AbortError"))) };
  };
  const queue = new UploadQueue(send);
  return { queue, started, states: () => queue.snapshot().map((item) => item.state) };
}

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const files = (...names: string[]) => names.map((name) => new File(["12345"], name));
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("the upload queue", () => {
  it("sends at most three at once, in order, and goes on when one is done", async () => {
    const { queue, started, states } = setup();
    queue.add(files("a", "b", "c", "d", "e"));
    expect(started.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    started[1]?.succeed();
    await settled();
    expect(started.map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
    expect(states()).toEqual(["sending", "done", "sending", "sending", "waiting"]);
  });

  it("tells progress, and that the server is checking when all is sent", () => {
    const { queue, started } = setup();
    queue.add(files("a"));
    started[0]?.progress(0.5);
    expect(queue.snapshot()[0]).toMatchObject({ state: "sending", progress: 0.5 });
    started[0]?.progress(1);
    expect(queue.snapshot()[0]?.state).toBe("finishing");
  });

  it("keeps the server's sentence of a refusal, frees the place, and sends again on retry", async () => {
    const { queue, started } = setup();
    queue.add(files("a", "b", "c", "d"));
    started[0]?.fail(new Error("The file is empty."));
    await settled();
    expect(queue.snapshot()[0]).toMatchObject({ state: "failed", error: "The file is empty." });
    expect(started).toHaveLength(4);
    started[1]?.succeed();
    await settled();
    queue.retry(1);
    expect(started.at(-1)?.name).toBe("a");
    expect(queue.snapshot()[0]).toMatchObject({ state: "sending", error: null });
  });

  it("cancels what is being sent and ignores what comes of it", async () => {
    const { queue, started, states } = setup();
    queue.add(files("a"));
    queue.cancel(1);
    started[0]?.progress(0.9);
    await settled();
    expect(started[0]?.aborted).toBe(true);
    expect(states()).toEqual(["cancelled"]);
    expect(queue.busy).toBe(false);
  });

  it("never starts what was cancelled while it waited", async () => {
    const { queue, started } = setup();
    queue.add(files("a", "b", "c", "d"));
    queue.cancel(4);
    started[0]?.succeed();
    await settled();
    expect(started).toHaveLength(3);
  });

  it("refuses what is too large without sending it", () => {
    const { queue, started } = setup();
    queue.add(files("a"), {}, 4);
    expect(started).toHaveLength(0);
    expect(queue.snapshot()[0]?.error).toBe("This file has 5 B; the server accepts up to 4 B.");
  });

  it("says which recording a duplicate is the same as", async () => {
    const { queue, started } = setup();
    queue.add(files("a"));
    started[0]?.succeed({ id: "old", title: "Old one" });
    await settled();
    expect(queue.snapshot()[0]?.duplicateOf).toEqual({ id: "old", title: "Old one" });
  });

  it("clears only what is over", async () => {
    const { queue, started, states } = setup();
    queue.add(files("a", "b"));
    started[0]?.succeed();
    await settled();
    queue.clear();
    expect(states()).toEqual(["sending"]);
  });
});
