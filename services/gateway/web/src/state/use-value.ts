import { useEffect, useState } from 'preact/hooks';
import type { Value } from './value';

/** The current value; the component is rendered again when it changes. */
export function useValue<T>(value: Value<T>): T {
  const [shown, setShown] = useState(value.get());
  useEffect(() => {
    const show = () => setShown(value.get());
    show();
    return value.subscribe(show);
  }, [value]);
  return shown;
}
