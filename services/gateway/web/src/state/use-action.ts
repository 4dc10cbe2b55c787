import { useRef, useState } from 'preact/hooks';
import { toApiError, type ApiError } from '../api/api-error';

/** The action of a button: one run at a time, whose error is kept to be shown. */
export function useAction<A extends unknown[]>(work: (...args: A) => Promise<void>) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const isRunning = useRef(false);

  const act = async (...args: A) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setError(undefined);
    try {
      await work(...args);
    } catch (reason) {
      setError(toApiError(reason));
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };
  return { isBusy, error, run: (...args: A) => void act(...args) };
}
