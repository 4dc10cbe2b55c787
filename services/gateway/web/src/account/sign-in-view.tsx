import { usePage } from '../page-context';
import { useValue } from '../state/use-value';
import { CurrentPassword, Field, NewPassword } from '../ui/field';
import { Form } from '../ui/form';
import { Heading } from '../ui/heading';

const words = {
  signUp: { title: 'Create an account', button: 'Create account', question: 'Been here before?', other: 'Sign in' },
  signIn: { title: 'Sign in', button: 'Sign in', question: 'New here?', other: 'Create an account' },
};

export interface SignInViewProps {
  isNew: boolean;
  /** The view to go on with; empty is the shop. */
  next: string;
}

export function SignInView({ isNew, next }: SignInViewProps) {
  const { accounts } = usePage();
  const session = useValue(accounts.session);
  const enter = async ({ name = '', email = '', password = '' }: Record<string, string>) => {
    await (isNew ? accounts.signUp({ name, email, password }) : accounts.signIn({ email, password }));
    if (location.hash.startsWith('#/sign-')) location.hash = `#/${next}`;
  };
  const { title, button, question, other } = isNew ? words.signUp : words.signIn;
  const query = next && `?next=${encodeURIComponent(next)}`;

  return (
    <div class="narrow">
      <Heading text={title} />
      {session && <p>You are signed in as {session.email}.</p>}
      <Form submit={button} work={enter} class="panel">
        {isNew && <Field label="Name" name="name" input={{ autocomplete: 'name', maxLength: 100 }} />}
        <Field label="E-mail" name="email" input={{ type: 'email', autocomplete: 'email' }} />
        {isNew ? <NewPassword /> : <CurrentPassword />}
      </Form>
      <p class="aside">
        {question} <a href={`#/sign-${isNew ? 'in' : 'up'}${query}`}>{other}</a>
      </p>
      {!isNew && (
        <p class="aside">
          <a href="#/forgot-password">Forgot your password?</a>
        </p>
      )}
    </div>
  );
}
