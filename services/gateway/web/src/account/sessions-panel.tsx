import { usePage } from '../page-context';
import { useAction } from '../state/use-action';
import { usePolled } from '../state/use-polled';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { Mark } from '../ui/status-mark';
import { Time } from '../ui/time-text';
import { deviceText } from './device-text';
import type { OpenSession } from './session';

export function SessionsPanel() {
  const { api, accounts } = usePage();
  const { value, error, reload } = usePolled(() => api<{ sessions: OpenSession[] }>('/api/auth/sessions'));
  const end = useAction(async ({ id, current }: OpenSession) => {
    await accounts.endSession(id, current);
    reload();
  });
  const endAll = useAction(() => accounts.signOutEverywhere());
  return (
    <section class="panel" aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">Where you are signed in</h2>
      <Problem error={error ?? end.error ?? endAll.error} again={reload} />
      {!value && !error && <Skeleton shape="row" count={2} />}
      <ul class="rows">
        {value?.sessions.map((session) => (
          <li key={session.id}>
            <div>
              <strong>{deviceText(session.userAgent)}</strong> {session.current && <Mark word="This one" tone="good" />}
              <p class="quiet">
                Last used <Time at={session.lastUsedAt} />
              </p>
            </div>
            <button
              type="button"
              class="button quiet small"
              disabled={end.isBusy}
              aria-label={`End the session in ${deviceText(session.userAgent)}${session.current ? ', this one' : ''}`}
              onClick={() => end.run(session)}
            >
              End
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button quiet start" disabled={endAll.isBusy} onClick={() => endAll.run()}>
        Sign out everywhere
      </button>
    </section>
  );
}
