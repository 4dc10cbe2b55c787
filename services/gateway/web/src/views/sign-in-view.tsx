import { Field, fieldsOf } from '../field';
import { usePage } from '../page-context';
import { Problem } from '../problem';
import { useAction } from '../use-action';
import { useValue } from '../value';

const words = {
  signUp: { title: 'Create an account', button: 'Create account', question: 'Been here before?', other: 'Sign in' },
  signIn: { title: 'Sign in', button: 'Sign in', question: 'New here?', other: 'Create an account' },
};

export function SignInView({ isNew }: { isNew: boolean }) {
  const { accounts } = usePage();
  const session = useValue(accounts.session);
  const enter = useAction(async (form: HTMLFormElement) => {
    const { name = '', email = '', password = '' } = fieldsOf(form);
    await (isNew ? accounts.signUp({ name, email, password }) : accounts.signIn({ email, password }));
    if (/^#\/sign-/.test(location.hash)) location.hash = '#/';
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    enter.run(event.currentTarget as HTMLFormElement);
  };

  const { title, button, question, other } = isNew ? words.signUp : words.signIn;

  return (
    <div class="narrow">
      <h1 tabIndex={-1}>{title}</h1>
      {session && <p>You are signed in as {session.email}.</p>}
      <form class="panel" onSubmit={submit}>
        {isNew && <Field label="Name" name="name" input={{ autocomplete: 'name', maxLength: 100 }} />}
        <Field label="E-mail" name="email" input={{ type: 'email', autocomplete: 'email' }} />
        {isNew ? <NewPassword /> : <Password />}
        <Problem error={enter.error} />
        <button class="button wide" disabled={enter.isBusy}>
          {button}
        </button>
      </form>
      <p class="aside">
        {question} <a href={isNew ? '#/sign-in' : '#/sign-up'}>{other}</a>
      </p>
    </div>
  );
}

const Password = () => (
  <Field label="Password" name="password" input={{ type: 'password', autocomplete: 'current-password' }} />
);

const NewPassword = () => (
  <Field
    label="Password"
    name="password"
    hint="At least 8 characters."
    input={{ type: 'password', autocomplete: 'new-password', minLength: 8, maxLength: 128 }}
  />
);
