import { useState } from 'preact/hooks';
import { usePage } from '../page-context';
import { Field } from '../ui/field';
import { Form } from '../ui/form';
import { Heading } from '../ui/heading';

export function ForgotPasswordView() {
  const { api } = usePage();
  const [sentTo, setSentTo] = useState<string>();
  const ask = async ({ email = '' }: Record<string, string>) => {
    await api('/api/auth/forgot-password', { body: { email } });
    setSentTo(email);
  };
  return (
    <div class="narrow">
      <Heading text="Forgot your password?" />
      <p class="quiet">We mail you a link with which you can choose a new one. It works once, within an hour.</p>
      <Form submit="Send the link" work={ask} class="panel">
        <Field label="E-mail" name="email" input={{ type: 'email', autocomplete: 'email' }} />
      </Form>
      <p role="status">{sentTo && `If there is an account for ${sentTo}, the mail is on its way.`}</p>
      <p class="aside">
        <a href="#/sign-in">Back to signing in</a>
      </p>
    </div>
  );
}
