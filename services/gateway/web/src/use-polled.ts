import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { toApiError, type ApiError } from './api-error';

interface Polled<T> {
  value: T | undefined;
  error: ApiError | undefined;
}

/** What `load` answers, asked again and again while somebody looks; 0 ms asks once. */
export function usePolled<T>(load: () => Promise<T>, everyMs: number): Polled<T> & { reload: () => void } {
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
    const look = () => {
      if (!document.hidden) reload();
    };
    document.addEventListener('visibilitychange', look);
    const timer = everyMs > 0 ? setInterval(look, everyMs) : undefined;
    return () => {
      isMounted.current = false;
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [everyMs, reload]);

  return { ...polled, reload };
}
