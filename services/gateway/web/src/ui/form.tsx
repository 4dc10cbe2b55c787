import type { ComponentChildren } from 'preact';
import { useAction } from '../state/use-action';
import { fieldsOf } from './field';
import { Problem } from './problem';

export interface FormProps {
  /** What the button says. */
  submit: string;
  work: (fields: Record<string, string>, form: HTMLFormElement) => Promise<void>;
  children: ComponentChildren;
  class?: string;
  tone?: 'danger' | 'quiet' | '';
}

/** Fields, a button that sends them, and what went wrong. */
export function Form({ submit, work, children, class: name = '', tone = '' }: FormProps) {
  const action = useAction((form: HTMLFormElement) => work(fieldsOf(form), form));
  return (
    <form
      class={`form ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        action.run(event.currentTarget);
      }}
    >
      {children}
      <Problem error={action.error} />
      <button class={`button ${tone}`} disabled={action.isBusy}>
        {submit}
      </button>
    </form>
  );
}
