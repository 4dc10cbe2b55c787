import { usePage } from '../page-context';
import { useAction } from '../state/use-action';
import { ConfirmButton } from '../ui/confirm-button';
import { CurrentPassword } from '../ui/field';
import { Problem } from '../ui/problem';
import { download } from './download';

/** What is kept about the user: to take along, or to erase. */
export function DataPanel() {
  const { api, accounts } = usePage();
  const take = useAction(async () => {
    const { success: _, ...data } = await api<Record<string, unknown>>('/api/account/export');
    download('my-data.json', JSON.stringify(data, null, 2));
  });
  return (
    <section class="panel" aria-labelledby="data-heading">
      <h2 id="data-heading">Your data</h2>
      <p class="quiet">Everything that is kept about you, as one file.</p>
      <Problem error={take.error} />
      <button type="button" class="button quiet start" disabled={take.isBusy} onClick={() => take.run()}>
        Download your data
      </button>
      <p class="quiet">
        Your name, your address and your sessions can be erased everywhere. Your orders stay, without them.
      </p>
      <ConfirmButton
        class="start"
        label="Erase my account"
        question="Erase your account?"
        explanation="This cannot be undone. Type your password to confirm it."
        work={async ({ password = '' }) => {
          await accounts.erase(password);
          location.hash = '#/';
        }}
      >
        <CurrentPassword />
      </ConfirmButton>
    </section>
  );
}
