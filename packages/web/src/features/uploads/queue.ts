import { messageOf } from "@verbatim/ui/errors";
import { bytes } from "@verbatim/ui/format";
import { isDocument, type Send, type Sending, type UploadOptions } from "./send";

export type UploadState = "waiting" | "sending" | "finishing" | "done" | "failed" | "cancelled";

export interface UploadItem {
  readonly id: number;
  readonly file: File;
  readonly options: UploadOptions;
  readonly state: UploadState;
  /** 0 to 1 of the bytes sent. */
  readonly progress: number;
  readonly error: string | null;
  readonly recordingId: string | null;
  /** Where what was made of it is opened. */
  readonly path: string | null;
  readonly duplicateOf: { id: string; title: string } | null;
}

/** The page of lists that a file's page lies below. */
export const placeOf = (name: string): string => (isDocument(name) ? "/documents" : "/recordings");

const AT_ONCE = 3;
const BUSY: ReadonlySet<UploadState> = new Set(["sending", "finishing"]);
const OVER: ReadonlySet<UploadState> = new Set(["done", "failed", "cancelled"]);

/** Sends files, at most three at once, in the order they came. It lives as long as the tab, so pages may come and go. */
export class UploadQueue {
  private items: readonly UploadItem[] = [];
  private readonly running = new Map<number, Sending>();
  private readonly listeners = new Set<() => void>();
  private nextId = 1;

  constructor(private readonly send: Send) {}

  readonly snapshot = (): readonly UploadItem[] => this.items;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** True while leaving the page would lose something. */
  get busy(): boolean {
    return this.items.some((item) => !OVER.has(item.state));
  }

  add(files: Iterable<File>, options: UploadOptions = {}, maxBytes: number | null = null): void {
    const added = Array.from(files, (file): UploadItem => {
      const tooLarge = maxBytes !== null && file.size > maxBytes;
      return {
        id: this.nextId++,
        file,
        options,
        state: tooLarge ? "failed" : "waiting",
        progress: 0,
        error: tooLarge && maxBytes !== null ? `This file has ${bytes(file.size)}; the server accepts up to ${bytes(maxBytes)}.` : null,
        recordingId: null,
        path: null,
        duplicateOf: null,
      };
    });
    this.publish([...this.items, ...added]);
    this.pump();
  }

  cancel(id: number): void {
    this.change(id, { state: "cancelled" });
    this.running.get(id)?.abort();
    this.running.delete(id);
    this.pump();
  }

  cancelAll(): void {
    for (const { id, state } of this.items) if (!OVER.has(state)) this.cancel(id);
  }

  retry(id: number): void {
    const item = this.items.find((candidate) => candidate.id === id);
    if (!item || (item.state !== "failed" && item.state !== "cancelled")) return;
    this.change(id, { state: "waiting", progress: 0, error: null });
    this.pump();
  }

  /** Takes what is over off the list. */
  clear(): void {
    this.publish(this.items.filter((item) => !OVER.has(item.state)));
  }

  dismiss(id: number): void {
    this.publish(this.items.filter((item) => item.id !== id || !OVER.has(item.state)));
  }

  private pump(): void {
    const busy = this.items.filter((item) => BUSY.has(item.state)).length;
    for (const item of this.items.filter(({ state }) => state === "waiting").slice(0, Math.max(0, AT_ONCE - busy))) {
      void this.start(item);
    }
  }

  private async start({ id, file, options }: UploadItem): Promise<void> {
    this.change(id, { state: "sending" });
    const sending = this.send(file, options, (fraction) => {
      if (this.running.get(id) === sending) this.change(id, { progress: fraction, state: fraction >= 1 ? "finishing" : "sending" });
    });
    this.running.set(id, sending);
    try {
      const result = await sending.done;
      if (this.running.get(id) !== sending) return;
      this.change(id, { state: "done", progress: 1, recordingId: result.id, path: `${placeOf(file.name)}/${result.id}`, duplicateOf: result.duplicate_of ?? null });
    } catch (reason) {
      // A cancelled upload that fails afterwards is not news.
      if (this.running.get(id) !== sending) return;
      this.change(id, { state: "failed", error: messageOf(reason) });
    } finally {
      if (this.running.get(id) === sending) this.running.delete(id);
      this.pump();
    }
  }

  private change(id: number, part: Partial<UploadItem>): void {
    this.publish(this.items.map((item) => (item.id === id ? { ...item, ...part } : item)));
  }

  private publish(items: readonly UploadItem[]): void {
    this.items = items;
    for (const listener of this.listeners) listener();
  }
}
