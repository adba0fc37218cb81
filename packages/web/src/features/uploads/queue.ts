import { ApiError, messageOf } from "@verbatim/ui/errors";
import { bytes } from "@verbatim/ui/format";
import { t } from "@verbatim/ui/texts";
import type { Twin } from "./same";
import { isDocument, isResumable, type Send, type Sending, type UploadOptions } from "./send";

/** `same`: the bytes are here already, and somebody says whether they are sent all the same. */
export type UploadState = "waiting" | "looking" | "same" | "sending" | "finishing" | "paused" | "done" | "failed" | "cancelled";

export interface UploadItem {
  readonly id: number;
  readonly file: File;
  readonly options: UploadOptions;
  readonly state: UploadState;
  /** 0 to 1 of the bytes sent. */
  readonly progress: number;
  readonly error: string | null;
  /** The server was out of reach: it is tried again when the connection is back. */
  readonly isOffline: boolean;
  readonly recordingId: string | null;
  /** Where what was made of it is opened. */
  readonly path: string | null;
  readonly duplicateOf: Twin | null;
}

/** The page of lists that a file's page lies below. */
export const placeOf = (name: string): string => (isDocument(name) ? "/documents" : "/recordings");

/** Whether an upload can stop and go on without sending everything again. */
export const canPause = ({ file, options }: UploadItem): boolean => isResumable(file) || options.address !== undefined;

const AT_ONCE = 3;
const BUSY: ReadonlySet<UploadState> = new Set(["looking", "sending", "finishing"]);
const OVER: ReadonlySet<UploadState> = new Set(["done", "failed", "cancelled", "same"]);
const AGAIN: ReadonlySet<UploadState> = new Set(["failed", "cancelled", "paused", "same"]);

/** Sends files, at most three at once, in the order they came. It lives as long as the tab, so pages may come and go. */
export class UploadQueue {
  private items: readonly UploadItem[] = [];
  private readonly running = new Map<number, Sending>();
  private readonly listeners = new Set<() => void>();
  private nextId = 1;

  constructor(
    private readonly send: Send,
    private readonly twinOf: ((file: File) => Promise<Twin | null>) | null = null,
  ) {}

  readonly snapshot = (): readonly UploadItem[] => this.items;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** True while leaving the page would stop something. */
  get busy(): boolean {
    return this.items.some(({ state }) => !OVER.has(state) && state !== "paused");
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
        error: tooLarge && maxBytes !== null ? t("This file has {size}; the server accepts up to {maxBytes}.", { size: bytes(file.size), maxBytes: bytes(maxBytes) }) : null,
        isOffline: false,
        recordingId: null,
        path: null,
        duplicateOf: null,
      };
    });
    this.publish([...this.items, ...added]);
    this.pump();
  }

  cancel(id: number): void {
    this.stop(id, "cancelled", true);
  }

  /** Stops sending; what has arrived stays on the server for when it goes on. */
  pause(id: number): void {
    this.stop(id, "paused", false);
  }

  /** Whoever signs out stops sending, and finds what is unfinished at the next sign-in. */
  cancelAll(): void {
    for (const { id, state } of this.items) if (!OVER.has(state)) this.stop(id, "cancelled", false);
    this.publish([]);
  }

  /** Sends what failed, was cancelled or paused, or was the same as something; large files go on where they were. */
  retry(id: number): void {
    const item = this.items.find((candidate) => candidate.id === id);
    if (!item || !AGAIN.has(item.state)) return;
    const options = item.state === "same" ? { ...item.options, again: true } : item.options;
    this.change(id, { state: "waiting", progress: 0, error: null, isOffline: false, options });
    this.pump();
  }

  /** The connection is back. */
  readonly online = (): void => {
    for (const { id, state, isOffline } of this.items) if (state === "failed" && isOffline) this.retry(id);
  };

  /** Takes what is over off the list. */
  clear(): void {
    this.publish(this.items.filter((item) => !OVER.has(item.state)));
  }

  dismiss(id: number): void {
    this.publish(this.items.filter((item) => item.id !== id || !OVER.has(item.state)));
  }

  private stop(id: number, state: "cancelled" | "paused", forGood: boolean): void {
    this.change(id, { state });
    this.running.get(id)?.abort(forGood);
    this.running.delete(id);
    this.pump();
  }

  private pump(): void {
    const busy = this.items.filter((item) => BUSY.has(item.state)).length;
    for (const item of this.items.filter(({ state }) => state === "waiting").slice(0, Math.max(0, AT_ONCE - busy))) {
      void this.start(item);
    }
  }

  /** Whether the file shall be sent: its bytes are not here yet, or somebody wants them there twice. */
  private async isWanted({ id, file }: UploadItem, twinOf: (file: File) => Promise<Twin | null>): Promise<boolean> {
    this.change(id, { state: "looking" });
    const twin = await twinOf(file);
    if (this.items.find((item) => item.id === id)?.state !== "looking") return false;
    if (twin) this.change(id, { state: "same", duplicateOf: twin });
    return twin === null;
  }

  private async start(item: UploadItem): Promise<void> {
    const { id, file, options } = item;
    const isSure = options.again || options.address !== undefined || this.twinOf === null;
    if (!isSure && this.twinOf && !(await this.isWanted(item, this.twinOf))) return this.pump();
    this.change(id, { state: "sending", duplicateOf: null });
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
      this.change(id, { state: "failed", error: messageOf(reason), isOffline: reason instanceof ApiError && reason.status === 0 });
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
