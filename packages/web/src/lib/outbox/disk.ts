import { t } from "@verbatim/ui/texts";
/** A correction that the server does not have yet. */
export interface Waiting {
  /** One for each segment and person, so that later words take the place of earlier ones. */
  readonly key: string;
  /** The account that wrote it; nothing where there is no signing in. */
  readonly user: string;
  readonly recordingId: string;
  readonly transcriptId: string;
  readonly segmentId: string;
  readonly text: string;
  /** The text that it was written on; null where that is not known. */
  readonly base: string | null;
  /** The version of the segment that it was written on. */
  readonly version: number;
  /** Changes are sent in the order in which people made them. */
  readonly order: number;
  /** `asking`: somebody changed the same segment first; `refused`: the server will not take it, for this `reason`. */
  readonly state: "waiting" | "asking" | "refused";
  readonly reason: string | null;
}

/** Where changes wait. Whoever writes may rely on it only once the promise is kept. */
export interface Disk {
  all: () => Promise<Waiting[]>;
  put: (change: Waiting) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

const DATABASE = "verbatim";
const STORE = "changes";

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error(t("This browser could not keep the change."))));
  });
}

/** Resolves when it is on disk, not when it was asked for. */
function written(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error(t("This browser could not keep the change.")));
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", fail);
    transaction.addEventListener("error", fail);
  });
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE, { keyPath: "key" }));
  const database = await settled(request);
  database.addEventListener("versionchange", () => database.close());
  return database;
}

/** The browser's database. It is opened with the first use and, where that fails, again with the next. */
export function browserDisk(): Disk {
  let opened: Promise<IDBDatabase> | null = null;
  const database = () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  const write = async (change: (store: IDBObjectStore) => void) => {
    const transaction = (await database()).transaction(STORE, "readwrite", { durability: "strict" });
    change(transaction.objectStore(STORE));
    return written(transaction);
  };
  return {
    all: async () => settled<Waiting[]>((await database()).transaction(STORE).objectStore(STORE).getAll()),
    put: (change) => write((store) => store.put(change)),
    remove: (key) => write((store) => store.delete(key)),
  };
}

/** For browsers that keep nothing: what waits lives as long as the page. */
export function memoryDisk(): Disk {
  const changes = new Map<string, Waiting>();
  return {
    all: () => Promise.resolve([...changes.values()]),
    put: (change) => Promise.resolve(void changes.set(change.key, change)),
    remove: (key) => Promise.resolve(void changes.delete(key)),
  };
}

export const anyDisk = (): Disk => (typeof indexedDB === "undefined" ? memoryDisk() : browserDisk());
