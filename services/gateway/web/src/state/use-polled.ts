import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { toApiError, type ApiError } from '../api/api-error';

interface Polled<T> {
  value: T | undefined;
  error: ApiError | undefined;
}

export interface PollOptions {
  /** How often it is loaded while the page is visible; 0 is once. */
  intervalMs?: number;
  /** Names what is loaded: under another key it is loaded again, and late answers to the key before are dropped. */
  key?: string;
}

/** What `load` returns. While something else loads, what was there before stays. */
export function usePolled<T>(
  load: () => Promise<T>,
  { intervalMs = 0, key = '' }: PollOptions = {},
): Polled<T> & { reload: () => void } {
  const [polled, setPolled] = useState<Polled<T>>({ value: undefined, error: undefined });
  const current = useRef({ load, key });
  current.current = { load, key };
  const isMounted = useRef(true);

  const reload = useCallback(() => {
    const { load: start, key: started } = current.current;
    const isWanted = () => isMounted.current && current.current.key === started;
    start().then(
      (value) => isWanted() && setPolled({ value, error: undefined }),
      (error: unknown) => isWanted() && setPolled((before) => ({ ...before, error: toApiError(error) })),
    );
  }, []);

  useEffect(() => {
    isMounted.current = true;
    reload();
    const reloadIfVisible = () => {
      if (!document.hidden) reload();
    };
    document.addEventListener('visibilitychange', reloadIfVisible);
    const timer = intervalMs > 0 ? setInterval(reloadIfVisible, intervalMs) : undefined;
    return () => {
      isMounted.current = false;
      document.removeEventListener('visibilitychange', reloadIfVisible);
      clearInterval(timer);
    };
  }, [intervalMs, key, reload]);

  return { ...polled, reload };
}
