import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Form } from './form';

export interface ConfirmButtonProps {
  label: string;
  question: string;
  explanation: string;
  work: (fields: Record<string, string>) => Promise<void>;
  class?: string;
  /** Names what the button is about where the same label stands more than once. */
  about?: string;
  /** What is asked for before it can be done. */
  children?: ComponentChildren;
}

/** A button for what cannot be undone: it asks first. */
export function ConfirmButton({
  label,
  question,
  explanation,
  work,
  children,
  about,
  class: name,
}: ConfirmButtonProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const confirm = async (fields: Record<string, string>) => {
    await work(fields);
    dialog.current?.close();
  };
  return (
    <>
      <button
        type="button"
        class={`button quiet danger ${name ?? 'small'}`}
        {...(about && { 'aria-label': `${label} ${about}` })}
        onClick={() => dialog.current?.showModal()}
      >
        {label} …
      </button>
      <dialog ref={dialog} aria-labelledby={id} class="panel">
        <h2 id={id}>{question}</h2>
        <p>{explanation}</p>
        <Form submit={label} work={confirm} tone="danger">
          {children}
        </Form>
        <button type="button" class="plain start" onClick={() => dialog.current?.close()}>
          No, go back
        </button>
      </dialog>
    </>
  );
}
