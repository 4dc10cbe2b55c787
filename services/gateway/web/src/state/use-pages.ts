import { useState } from 'preact/hooks';
import { distinct } from './distinct';
import { useAction } from './use-action';
import { usePolled, type PollOptions } from './use-polled';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface PagesOptions<T> extends PollOptions {
  key: string;
  load: (cursor: string | undefined) => Promise<Page<T>>;
  idOf: (item: T) => string;
}

/** A list that grows by pages: its first page as it changes, and those after it that were asked for. */
export function usePages<T>({ load, idOf, key, intervalMs = 0 }: PagesOptions<T>) {
  const first = usePolled(async () => ({ key, ...(await load(undefined)) }), { intervalMs, key });
  const [later, setLater] = useState({ ...noPage<T>(), key });
  const { items: laterItems, nextCursor } =
    later.key === key && later.items.length > 0 ? later : noPage<T>(first.value);
  const more = useAction(async (cursor: string) => {
    const next = await load(cursor);
    setLater({ key, items: [...laterItems, ...next.items], nextCursor: next.nextCursor });
  });
  return {
    items: first.value && distinct([...first.value.items, ...laterItems], idOf),
    /** Whether the items are still those of another key. */
    isStale: first.value !== undefined && first.value.key !== key,
    error: first.error ?? more.error,
    isLoadingMore: more.isBusy,
    loadMore: nextCursor ? () => more.run(nextCursor) : undefined,
    reload: () => {
      setLater({ ...noPage<T>(), key });
      first.reload();
    },
  };
}

/** No items; more may come after the page that is given. */
const noPage = <T>(before?: Page<T>): Page<T> => ({ items: [], nextCursor: before?.nextCursor ?? null });
