import { usePage } from '../page-context';
import { useAction } from '../state/use-action';
import { usePolled } from '../state/use-polled';
import { Heading } from '../ui/heading';
import { Problem } from '../ui/problem';
import { Skeleton } from '../ui/skeleton';
import { DataPanel } from './data-panel';
import { PasswordPanel } from './password-panel';
import { ProfilePanel } from './profile-panel';
import type { Account } from './session';
import { SessionsPanel } from './sessions-panel';

export function AccountView() {
  const { api, accounts } = usePage();
  const { value: account, error, reload } = usePolled(async () => (await api<{ user: Account }>('/api/account')).user);
  const signOut = useAction(async () => {
    await accounts.signOut();
    location.hash = '#/';
  });
  return (
    <>
      <div class="lead row">
        <Heading text="Your account" />
        <button type="button" class="button quiet small" disabled={signOut.isBusy} onClick={() => signOut.run()}>
          Sign out of this browser
        </button>
      </div>
      <Problem error={error ?? signOut.error} again={reload} />
      <div class="split even">
        {account ? <ProfilePanel account={account} onChanged={reload} /> : <Skeleton shape="card" />}
        <PasswordPanel email={account?.email ?? ''} />
        <SessionsPanel />
        <DataPanel />
      </div>
    </>
  );
}
