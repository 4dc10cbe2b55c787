import { AsyncLocalStorage } from 'node:async_hooks';

/** Whether work has sent a write, to its database or to another service: until then its failure has changed nothing. */
export interface Writes {
  wereSent: boolean;
}

const storage = new AsyncLocalStorage<Writes | undefined>();

/** Runs work; `writes` shows from its first write on that there was one. */
export const watchWrites = <T>(writes: Writes, work: () => T): T => storage.run(writes, work);

/** What is watched of the present work; a batch passes on to its callers that it has sent a write. */
export const currentWrites = (): Writes | undefined => storage.getStore();

/** Called before a write is sent, because its answer may be lost. */
export const noteWrite = (writes = currentWrites()): void => {
  if (writes) writes.wereSent = true;
};
