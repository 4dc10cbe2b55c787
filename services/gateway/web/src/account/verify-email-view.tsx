import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../page-context';
import { useAction } from '../state/use-action';
import { Heading } from '../ui/heading';
import { Problem } from '../ui/problem';

/** Where the link of a mail leads. */
export function VerifyEmailView({ token }: { token: string }) {
  const { api } = usePage();
  const [isDone, setDone] = useState(false);
  const { error, run } = useAction(async () => {
    await api('/api/auth/verify-email', { body: { token } });
    setDone(true);
  });
  useEffect(run, [token]);
  return (
    <div class="narrow">
      <Heading text={isDone ? 'Your address is verified' : 'Verifying your address'} />
      <Problem error={error} again={run} />
      <p role="status">
        {isDone && <a href="#/">Go to the shop</a>}
        {error && <a href="#/account">Ask for another link in your account</a>}
      </p>
    </div>
  );
}
