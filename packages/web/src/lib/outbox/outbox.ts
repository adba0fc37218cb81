import type { Disk, Waiting } from "./disk";

/** What became of a change that was sent. `moved`: the segment has changed, but not its text. `away`: nobody knows yet, try again later. */
export type Sent = { kind: "saved"; version: number } | { kind: "moved"; version: number } | { kind: "asking" } | { kind: "refused"; reason: string } | { kind: "away" };

/** What there is to see of it. `away`: the last try did not reach the server. */
export interface OutboxView {
  readonly changes: readonly Waiting[];
  readonly away: boolean;
}

export type NewChange = Pick<Waiting, "recordingId" | "transcriptId" | "segmentId" | "text" | "version" | "base">;

const NAME = "verbatim-changes";
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30_000;

/** One tab at a time sends; without locks there is one tab as far as anybody knows. */
async function alone(run: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager | null }; // only where the page came safely
  await (locks ? locks.request(NAME, run) : run());
}

/**
 * What somebody wrote and the server does not have yet. It is on disk before the editor closes, is sent in the order in which
 * it was written, and leaves only when the server has it or somebody says so. Only its author's session sends and sees it.
 */
export class Outbox {
  private view: OutboxView = { changes: [], away: false };
  private readonly listeners = new Set<() => void>();
  private readonly savers = new Set<(change: Waiting, version: number) => void>();
  private readonly channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(NAME);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wait = FIRST_WAIT;
  private running: Promise<void> | null = null;

  constructor(
    private readonly disk: Disk,
    readonly user: string,
    private readonly send: (change: Waiting) => Promise<Sent>,
  ) {
    this.channel?.addEventListener("message", () => void this.load());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Called with each change that the server has taken, and the version it has made. */
  onSaved(listener: (change: Waiting, version: number) => void): () => void {
    this.savers.add(listener);
    return () => this.savers.delete(listener);
  }

  readonly look = (): OutboxView => this.view;

  /** Reads what waits on disk. */
  async load(): Promise<void> {
    const all = await this.disk.all();
    const own = all.filter(({ user }) => user === this.user);
    this.show({ changes: own.toSorted((one, other) => one.order - other.order) });
  }

  /** Keeps a change; when this resolves it is on disk. What was written on top of a waiting change takes its place. */
  async keep(change: NewChange): Promise<void> {
    const key = `${this.user}|${change.transcriptId}|${change.segmentId}`;
    const before = this.view.changes.find((other) => other.key === key);
    const last = Math.max(0, ...this.view.changes.map(({ order }) => order));
    const base = before?.state === "waiting" ? { version: before.version, base: before.base, order: before.order } : { version: change.version, base: change.base, order: Math.max(Date.now(), last + 1) };
    await this.write({ ...change, ...base, key, user: this.user, state: "waiting", reason: null });
  }

  /** Lets go of a change that nobody wants any more. */
  async drop(key: string): Promise<void> {
    await this.disk.remove(key);
    await this.told();
  }

  /** Sends a change once more, on top of what the segment is now. */
  async again(key: string, version?: number): Promise<void> {
    const change = this.view.changes.find((other) => other.key === key);
    if (change) await this.write({ ...change, version: version ?? change.version, state: "waiting", reason: null });
    await this.flush();
  }

  /** Sends what waits, now. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= alone(() => this.sendAll()).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** The server has been heard: what waited for it is sent. */
  wake(): void {
    this.wait = FIRST_WAIT;
    if (this.view.changes.some(({ state }) => state === "waiting")) void this.flush();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.channel?.close();
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      await this.load(); // another tab may have sent it, or somebody typed on
      const next = this.view.changes.find(({ state }) => state === "waiting");
      if (!next) {
        this.wait = FIRST_WAIT;
        return this.show({ away: false });
      }
      const sent = await this.send(next);
      if (sent.kind === "away") return this.later();
      this.show({ away: false });
      await this.settle(next, sent);
    }
  }

  private async settle(change: Waiting, sent: Exclude<Sent, { kind: "away" }>): Promise<void> {
    const now = (await this.disk.all()).find(({ key }) => key === change.key);
    const typedOn = now !== undefined && now.text !== change.text;
    if (sent.kind === "saved" && typedOn) await this.disk.put({ ...now, version: sent.version, base: change.text });
    else if (sent.kind === "moved") await (now && this.disk.put({ ...now, version: sent.version }));
    else if (sent.kind === "saved") await this.disk.remove(change.key);
    else if (now) await this.disk.put({ ...now, state: sent.kind, reason: sent.kind === "refused" ? sent.reason : null });
    if (sent.kind === "saved") for (const listener of this.savers) listener(change, sent.version);
    await this.told();
  }

  private later(): void {
    this.show({ away: true });
    this.timer = setTimeout(() => void this.flush(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  private async write(change: Waiting): Promise<void> {
    await this.disk.put(change);
    await this.told();
  }

  private async told(): Promise<void> {
    await this.load();
    this.channel?.postMessage("changed");
  }

  private show(part: Partial<OutboxView>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
  }
}
