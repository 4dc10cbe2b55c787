import { usePage } from '../page-context';
import { usePages } from '../state/use-pages';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { LoadMore } from '../ui/load-more';
import { Time } from '../ui/time-text';
import { changesOf, type AuditEntry } from './audit-entry';

/** Who changed what, and when. */
export function AuditLogView() {
  const { api } = usePage();
  const { items, error, reload, loadMore, isLoadingMore } = usePages({
    key: 'all',
    load: async (cursor) => {
      const query = new URLSearchParams({ limit: '25', ...(cursor && { cursor }) });
      const page = await api<{ entries: AuditEntry[]; nextCursor: string | null }>(`/api/admin/audit-log?${query}`);
      return { items: page.entries, nextCursor: page.nextCursor };
    },
    idOf: ({ id }) => id,
    intervalMs: 10_000,
  });
  return (
    <>
      <div class="lead">
        <Heading text="Audit log" />
        <p>What admins and operators changed, newest first.</p>
      </div>
      <section class="panel" aria-label="Audit log">
        <ListState items={items} error={error} reload={reload} empty="Nothing was changed yet." />
        <ul class="rows">
          {items?.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </ul>
        <LoadMore label="Older entries" isBusy={isLoadingMore} loadMore={loadMore} />
      </section>
    </>
  );
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  const changes = changesOf(entry);
  return (
    <li>
      <div>
        <strong>{entry.action}</strong> <code>{entry.subject}</code>
        <p class="quiet">
          By <code>{entry.actor}</code>
        </p>
        {changes.length > 0 && (
          <details>
            <summary>What changed</summary>
            <dl class="changes">
              {changes.map(({ field, from, to }) => (
                <div key={field}>
                  <dt>{field}</dt>
                  <dd>
                    <s>{from}</s> {to}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
      <span class="quiet">
        <Time at={entry.at} isPrecise />
      </span>
    </li>
  );
}
