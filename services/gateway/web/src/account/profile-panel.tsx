import { useState } from 'preact/hooks';
import { usePage } from '../page-context';
import { useAction } from '../state/use-action';
import { Field } from '../ui/field';
import { Form } from '../ui/form';
import { Problem } from '../ui/problem';
import { Mark } from '../ui/status-mark';
import type { Account } from './session';

export interface ProfilePanelProps {
  account: Account;
  onChanged: () => void;
}

export function ProfilePanel({ account, onChanged }: ProfilePanelProps) {
  const { accounts } = usePage();
  const [notice, setNotice] = useState('');
  const rename = async ({ name = '' }: Record<string, string>) => {
    await accounts.rename(name);
    setNotice('Your name is changed.');
    onChanged();
  };
  return (
    <section class="panel" aria-labelledby="profile-heading">
      <h2 id="profile-heading">Name and address</h2>
      <div class="fact">
        <span class="quiet">E-mail</span>
        <span>{account.email}</span>
        {account.emailVerified !== undefined && (
          <Mark
            word={account.emailVerified ? 'Verified' : 'Not verified'}
            tone={account.emailVerified ? 'good' : 'wait'}
          />
        )}
      </div>
      {account.emailVerified === false && <ResendLink onSent={setNotice} />}
      <Form submit="Change the name" work={rename} tone="quiet">
        <Field label="Name" name="name" input={{ autocomplete: 'name', maxLength: 100, defaultValue: account.name }} />
      </Form>
      <p class="quiet" role="status">
        {notice}
      </p>
    </section>
  );
}

function ResendLink({ onSent }: { onSent: (notice: string) => void }) {
  const { api } = usePage();
  const resend = useAction(async () => {
    await api('/api/auth/verify-email/resend', { method: 'POST' });
    onSent('A mail with the link is on its way.');
  });
  return (
    <>
      <p class="hint">Follow the link in the mail that we sent you. It works for a day.</p>
      <Problem error={resend.error} />
      <button type="button" class="plain start" disabled={resend.isBusy} onClick={() => resend.run()}>
        Send the link again
      </button>
    </>
  );
}
