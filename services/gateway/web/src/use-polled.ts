import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { toApiError, type ApiError } from './api-error';

interface Polled<T> {
  value: T | undefined;
  error: ApiError | undefined;
}

/** What `load` returns, loaded regularly while the page is visible; with 0 ms it is loaded once. */
export function usePolled<T>(load: () => Promise<T>, intervalMs: number): Polled<T> & { reload: () => void } {
  const [polled, setPolled] = useState<Polled<T>>({ value: undefined, error: undefined });
  const latest = useRef(load);
  latest.current = load;
  const isMounted = useRef(true);

  const reload = useCallback(() => {
    latest.current().then(
      (value) => isMounted.current && setPolled({ value, error: undefined }),
      (error: unknown) => isMounted.current && setPolled((before) => ({ ...before, error: toApiError(error) })),
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
  }, [intervalMs, reload]);

  return { ...polled, reload };
}
