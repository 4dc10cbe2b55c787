import { useId } from 'preact/hooks';
import type { InputHTMLAttributes } from 'preact';

export interface FieldProps {
  label: string;
  name: string;
  hint?: string;
  input?: InputHTMLAttributes;
}

export function Field({ label, name, hint, input = {} }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name={name} required {...(hint && { 'aria-describedby': `${id}-hint` })} {...input} />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** The values of a form, by the names of its fields. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']);
  return Object.fromEntries(fields) as Record<string, string>;
}
