// What this browser keeps: IndexedDB, two stores of plain values by key. Where it keeps nothing, null comes back.
export type Store = "drafts" | "settings";

let opened: Promise<IDBDatabase | null> | null = null;

function database(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const wish = indexedDB.open("meja-sop", 1);
      wish.onupgradeneeded = () => {
        wish.result.createObjectStore("drafts");
        wish.result.createObjectStore("settings");
      };
      wish.onsuccess = () => resolve(wish.result);
      wish.onerror = () => resolve(null);
      wish.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opened;
}

async function ask<T>(
  store: Store,
  mode: IDBTransactionMode,
  wish: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | null> {
  const base = await database();
  if (!base) return null;
  return new Promise((resolve) => {
    try {
      const transaction = base.transaction(store, mode);
      const request = wish(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

export async function readStored<T>(store: Store, key: string): Promise<T | null> {
  return (await ask<T | undefined>(store, "readonly", (each) => each.get(key) as IDBRequest<T | undefined>)) ?? null;
}

export async function readAll<T>(store: Store): Promise<T[]> {
  return (await ask(store, "readonly", (each) => each.getAll() as IDBRequest<T[]>)) ?? [];
}

/** Whether it was kept. */
export async function writeStored(store: Store, key: string, value: unknown): Promise<boolean> {
  return (await ask(store, "readwrite", (each) => each.put(value, key))) !== null;
}

export async function removeStored(store: Store, key: string): Promise<void> {
  await ask(store, "readwrite", (each) => each.delete(key) as IDBRequest<unknown>);
}
