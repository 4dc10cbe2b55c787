import { useState } from 'preact/hooks';
import { usePage } from '../page-context';
import { CurrentPassword, NewPassword } from '../ui/field';
import { Form } from '../ui/form';

export function PasswordPanel({ email }: { email: string }) {
  const { api } = usePage();
  const [notice, setNotice] = useState('');
  const change = async ({ password = '', newPassword = '' }: Record<string, string>, form: HTMLFormElement) => {
    setNotice('');
    await api('/api/auth/change-password', { body: { password, newPassword } });
    form.reset();
    setNotice('Your password is changed. Your other sessions have ended.');
  };
  return (
    <section class="panel" aria-labelledby="password-heading">
      <h2 id="password-heading">Password</h2>
      <Form submit="Change the password" work={change} tone="quiet">
        {/* Password managers keep the two together. */}
        <input type="text" name="username" autocomplete="username" value={email} hidden readOnly />
        <CurrentPassword label="Present password" />
        <NewPassword label="New password" name="newPassword" />
      </Form>
      <p class="quiet" role="status">
        {notice}
      </p>
    </section>
  );
}
