import { useSyncExternalStore } from "react";
import { prefNames, readPref, writePref } from "@/lib/prefs";

/** A change to one segment that the server does not have yet. */
export interface Draft {
  readonly segmentId: string;
  readonly text: string;
  /** The segment's version when editing began. */
  readonly version: number;
  /** The text it was then; null where that is not known any more. */
  readonly base: string | null;
  readonly saving: boolean;
  readonly error: string | null;
}

/**
 * The open edits of one transcript. They live outside of the rows, which come and go while scrolling, and are written to the
 * browser's storage with every key, so that neither a reload nor a crash loses what somebody typed. Whoever signs in next on
 * the same computer does not see them.
 */
export class Drafts {
  private drafts: ReadonlyMap<string, Draft>;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly transcriptId: string,
    private readonly user = "",
  ) {
    const prefix = this.name("");
    const kept = prefNames(prefix).flatMap((name): [string, Draft][] => {
      const draft = parse(name.slice(prefix.length), readPref(name));
      return draft ? [[draft.segmentId, draft]] : [];
    });
    this.drafts = new Map(kept);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get(segmentId: string): Draft | null {
    return this.drafts.get(segmentId) ?? null;
  }

  /** The segment of the text that was opened last. */
  readonly latest = (): string | null => [...this.drafts.values()].findLast(({ saving }) => !saving)?.segmentId ?? null;

  /** How many texts are open. */
  readonly open = (): number => [...this.drafts.values()].filter(({ saving }) => !saving).length;

  begin(segmentId: string, text: string, version: number): void {
    if (!this.drafts.has(segmentId)) this.put({ segmentId, text, version, base: text, saving: false, error: null }, false);
  }

  type(segmentId: string, text: string): void {
    const draft = this.drafts.get(segmentId);
    if (draft) this.put({ ...draft, text, error: null });
  }

  saving(segmentId: string): void {
    const draft = this.drafts.get(segmentId);
    if (draft) this.put({ ...draft, saving: true, error: null });
  }

  fail(segmentId: string, error: string | null): void {
    const draft = this.drafts.get(segmentId);
    if (draft) this.put({ ...draft, saving: false, error });
  }

  /** Continue on top of what somebody else wrote. */
  rebase(segmentId: string, version: number, base: string): void {
    const draft = this.drafts.get(segmentId);
    if (draft) this.put({ ...draft, version, base, saving: false, error: null });
  }

  end(segmentId: string): void {
    writePref(this.name(segmentId), null);
    this.publish(new Map([...this.drafts].filter(([id]) => id !== segmentId)));
  }

  private put(draft: Draft, keep = true): void {
    if (keep) writePref(this.name(draft.segmentId), JSON.stringify({ text: draft.text, version: draft.version, base: draft.base }));
    this.publish(new Map(this.drafts).set(draft.segmentId, draft));
  }

  private publish(drafts: ReadonlyMap<string, Draft>): void {
    this.drafts = drafts;
    for (const listener of this.listeners) listener();
  }

  private name(segmentId: string): string {
    return `draft.${this.user}.${this.transcriptId}.${segmentId}`;
  }
}

function parse(segmentId: string, raw: string | null): Draft | null {
  try {
    const value: unknown = JSON.parse(raw ?? "");
    if (typeof value !== "object" || value === null || !("text" in value) || !("version" in value)) return null;
    if (typeof value.text !== "string" || typeof value.version !== "number") return null;
    const base = "base" in value && typeof value.base === "string" ? value.base : null;
    return { segmentId, text: value.text, version: value.version, base, saving: false, error: null };
  } catch {
    return null;
  }
}

export function useDraft(drafts: Drafts, segmentId: string): Draft | null {
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(segmentId));
}

export const useLatestDraft = (drafts: Drafts): string | null => useSyncExternalStore(drafts.subscribe, drafts.latest);

export const useOpenDrafts = (drafts: Drafts): number => useSyncExternalStore(drafts.subscribe, drafts.open);
