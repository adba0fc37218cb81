import { api, unwrap } from "@/lib/client";
import { isDocument } from "./send";

/** Hashing a larger file would take the memory of the page, and longer than is worth waiting for. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface Twin {
  id: string;
  title: string;
}

/** What has the same bytes as a file and is here already. Null as well when that cannot be found out cheaply: it is no reason not to send. */
export async function twinOf(file: File): Promise<Twin | null> {
  if (file.size === 0 || file.size > MOST_BYTES || !globalThis.crypto?.subtle) return null;
  try {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const kind = isDocument(file.name) ? "document" : "recording";
    return (await unwrap(api.GET("/api/uploads/twins", { params: { query: { sha256, kind } } }))).duplicate_of;
  } catch {
    return null;
  }
}
