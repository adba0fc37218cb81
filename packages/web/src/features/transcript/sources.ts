/** A failure later than this after the last is a new one. */
const PATIENCE_MS = 20_000;

/**
 * Where to ask for a file after a failure. The server may have led to a link that is good for a minute: it has run out meanwhile,
 * or this page may not follow it.
 */
export class Sources {
  private tries = 0;
  private last = 0;

  constructor(private readonly source: string) {}

  /** The next address to try: the same for a new link if something was heard already, then the file without a link; null after that. */
  next(heard: boolean, now = Date.now()): string | null {
    if (now - this.last > PATIENCE_MS) this.tries = 0;
    this.last = now;
    this.tries = Math.max(this.tries + 1, heard ? 1 : 2);
    if (this.tries > 2) return null;
    return this.tries === 1 ? this.source : `${this.source}${this.source.includes("?") ? "&" : "?"}link=false`;
  }
}
