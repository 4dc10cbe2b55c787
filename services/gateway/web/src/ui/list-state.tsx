import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api/api-error';
import { Problem } from './problem';
import { Skeleton } from './skeleton';

export interface ListStateProps {
  items: unknown[] | undefined;
  error: ApiError | undefined;
  reload: () => void;
  /** What is shown where the list is empty. */
  empty: ComponentChildren;
  skeleton?: { shape: 'card' | 'row'; count: number };
}

/** What stands in place of a list that is being loaded, that is empty, or that could not be loaded. */
export const ListState = ({ items, error, reload, empty, skeleton = { shape: 'row', count: 4 } }: ListStateProps) => (
  <>
    <Problem error={error} again={reload} />
    {!items && !error && <Skeleton {...skeleton} />}
    {items?.length === 0 && <p class="empty">{empty}</p>}
  </>
);
