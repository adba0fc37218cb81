import { describe, expect, it, vi } from "vitest";
import { memoryDisk, type Disk, type Waiting } from "./disk";
import { Outbox, type Sent } from "./outbox";

const change = (segmentId: string, text: string, version = 1) => ({ recordingId: "r", transcriptId: "t", segmentId, text, version, base: "as it was" });

/** A server that keeps what it takes, and can be away. */
class Server {
  readonly taken: string[] = [];
  answer: (change: Waiting) => Sent | Promise<Sent> = () => ({ kind: "saved", version: 2 });
  readonly send = async (one: Waiting): Promise<Sent> => {
    const sent = await this.answer(one);
    if (sent.kind === "saved") this.taken.push(`${one.segmentId}:${one.text}@${one.version}`);
    return sent;
  };
}

const AWAY: Sent = { kind: "away" };

async function opened(disk: Disk, server: Server, user = "ada") {
  const box = new Outbox(disk, user, server.send);
  await box.load();
  return box;
}

describe("changes that wait for the server", () => {
  it("are sent in the order in which they were written, and then gone", async () => {
    const server = new Server();
    const box = await opened(memoryDisk(), server);
    await box.keep(change("2", "second row"));
    await box.keep(change("1", "first row"));
    await box.flush();
    expect(server.taken).toEqual(["2:second row@1", "1:first row@1"]);
    expect(box.look().changes).toEqual([]);
  });

  it("wait through a reload while the server is away, and are sent once", async () => {
    const disk = memoryDisk();
    const server = new Server();
    server.answer = () => AWAY;
    const before = await opened(disk, server);
    await before.keep(change("1", "typed offline"));
    await before.flush();
    expect(before.look()).toMatchObject({ away: true, changes: [{ text: "typed offline" }] });
    before.stop();

    const after = await opened(disk, server);
    expect(after.look().changes).toHaveLength(1);
    server.answer = () => ({ kind: "saved", version: 2 });
    await Promise.all([after.flush(), after.flush()]);
    expect(server.taken).toEqual(["1:typed offline@1"]);
    expect(after.look()).toEqual({ changes: [], away: false });
  });

  it("are tried again by themselves", async () => {
    vi.useFakeTimers();
    const server = new Server();
    server.answer = () => AWAY;
    const box = await opened(memoryDisk(), server);
    await box.keep(change("1", "later"));
    await box.flush();
    server.answer = () => ({ kind: "saved", version: 2 });
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.taken).toEqual(["1:later@1"]);
    vi.useRealTimers();
  });

  it("become one for a segment: the last words, on the version that the first were written on", async () => {
    const server = new Server();
    const box = await opened(memoryDisk(), server);
    await box.keep(change("1", "draft", 3));
    await box.keep(change("1", "final", 3));
    await box.flush();
    expect(server.taken).toEqual(["1:final@3"]);
  });

  it("go on top of the version that was just made when somebody typed on meanwhile", async () => {
    const server = new Server();
    const box = await opened(memoryDisk(), server);
    let typeOn: (() => Promise<void>) | null = () => box.keep(change("1", "more", 3));
    server.answer = async () => {
      await typeOn?.();
      typeOn = null;
      return { kind: "saved", version: 4 };
    };
    await box.keep(change("1", "some", 3));
    await box.flush();
    expect(server.taken).toEqual(["1:some@3", "1:more@4"]);
  });

  it("stay, with the reason, when the server refuses them; others go on", async () => {
    const server = new Server();
    server.answer = ({ segmentId }) => (segmentId === "1" ? { kind: "refused", reason: "There is no such segment." } : { kind: "saved", version: 2 });
    const box = await opened(memoryDisk(), server);
    await box.keep(change("1", "lost place"));
    await box.keep(change("2", "fine"));
    await box.flush();
    expect(server.taken).toEqual(["2:fine@1"]);
    expect(box.look().changes).toMatchObject([{ text: "lost place", state: "refused", reason: "There is no such segment." }]);
    await box.drop(box.look().changes[0]?.key ?? "");
    expect(box.look().changes).toEqual([]);
  });

  it("ask when somebody was faster, and go on top of that when told to", async () => {
    const server = new Server();
    server.answer = ({ version }) => (version === 1 ? { kind: "asking" } : { kind: "saved", version: 6 });
    const box = await opened(memoryDisk(), server);
    await box.keep(change("1", "mine"));
    await box.flush();
    expect(box.look().changes).toMatchObject([{ state: "asking" }]);
    await box.again(box.look().changes[0]?.key ?? "", 5);
    expect(server.taken).toEqual(["1:mine@5"]);
  });

  it("ask nobody when all but the text was changed", async () => {
    const server = new Server();
    server.answer = ({ version }) => (version === 1 ? { kind: "moved", version: 5 } : { kind: "saved", version: 6 });
    const box = await opened(memoryDisk(), server);
    await box.keep(change("1", "mine"));
    await box.flush();
    expect(server.taken).toEqual(["1:mine@5"]);
    expect(box.look().changes).toEqual([]);
  });

  it("are neither seen nor sent by somebody else who signs in, and wait for their author", async () => {
    const disk = memoryDisk();
    const server = new Server();
    server.answer = () => AWAY;
    const ada = await opened(disk, server, "ada");
    await ada.keep(change("1", "a secret"));
    await ada.flush();
    ada.stop();

    server.answer = () => ({ kind: "saved", version: 2 });
    const bob = await opened(disk, server, "bob");
    await bob.keep(change("1", "of bob"));
    await bob.flush();
    expect(server.taken).toEqual(["1:of bob@1"]);
    expect(bob.look().changes).toEqual([]);

    const again = await opened(disk, server, "ada");
    await again.flush();
    expect(server.taken).toEqual(["1:of bob@1", "1:a secret@1"]);
  });

  it("are not taken for kept when the disk is full", async () => {
    const full: Disk = { ...memoryDisk(), put: () => Promise.reject(new Error("The disk is full.")) };
    const box = await opened(full, new Server());
    await expect(box.keep(change("1", "too much"))).rejects.toThrow("full");
  });
});
