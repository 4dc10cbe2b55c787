import { useState } from 'preact/hooks';
import { usePage } from '../page-context';
import { NewPassword } from '../ui/field';
import { Form } from '../ui/form';
import { Heading } from '../ui/heading';

/** Where the link of a mail leads. */
export function ResetPasswordView({ token }: { token: string }) {
  const { accounts } = usePage();
  const [isDone, setDone] = useState(false);
  const reset = async ({ password = '' }: Record<string, string>) => {
    await accounts.resetPassword({ token, password });
    setDone(true);
  };
  if (isDone)
    return (
      <div class="narrow" key="done">
        <Heading text="Your password is changed" />
        <p>You are signed out everywhere.</p>
        <a class="button" href="#/sign-in">
          Sign in with the new password
        </a>
      </div>
    );
  return (
    <div class="narrow">
      <Heading text="Choose a new password" />
      <p class="quiet">All your sessions end, so that nobody stays signed in with the old one.</p>
      <Form submit="Change the password" work={reset} class="panel">
        <NewPassword label="New password" />
      </Form>
      <p class="aside">
        <a href="#/forgot-password">Ask for another link</a>
      </p>
    </div>
  );
}
