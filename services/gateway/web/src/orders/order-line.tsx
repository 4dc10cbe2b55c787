import type { Order } from './order';
import { orderSteps, type MailState, type StepState } from './order-steps';

const stateTexts: Record<StepState, string> = {
  done: 'done',
  now: 'happening now',
  next: 'to come',
  bad: 'ended here',
};

/** The life of an order as stops on a line. */
export const OrderLine = ({ order, mail }: { order: Order; mail: MailState }) => (
  <ol class="line">
    {orderSteps(order, mail).map(({ name, state, note }) => (
      <li key={name} class={state} {...(state === 'now' && { 'aria-current': 'step' as const })}>
        <strong>{name}</strong>
        <span class="unseen">, {stateTexts[state]}</span>
        <span class="note">{note}</span>
      </li>
    ))}
  </ol>
);
