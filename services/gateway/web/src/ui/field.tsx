import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

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

export interface TextFieldProps {
  label: string;
  name: string;
  input?: TextareaHTMLAttributes;
}

export function TextField({ label, name, input = {} }: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} name={name} rows={3} {...input} />
    </div>
  );
}

export const CurrentPassword = ({ label = 'Password', name = 'password' }) => (
  <Field label={label} name={name} input={{ type: 'password', autocomplete: 'current-password' }} />
);

export const NewPassword = ({ label = 'Password', name = 'password' }) => (
  <Field
    label={label}
    name={name}
    hint="At least 8 characters."
    input={{ type: 'password', autocomplete: 'new-password', minLength: 8, maxLength: 128 }}
  />
);

/** The values of a form, by the names of its fields. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']);
  return Object.fromEntries(fields) as Record<string, string>;
}

export interface SelectFieldProps {
  label: string;
  value: string;
  options: readonly string[];
  onSelect: (value: string) => void;
}

/** One of some values, or any. */
export function SelectField({ label, value, options, onSelect }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="select">
      <label class="unseen" for={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={({ currentTarget }) => onSelect(currentTarget.value)}>
        <option value="">Any {label.toLowerCase()}</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </div>
  );
}
