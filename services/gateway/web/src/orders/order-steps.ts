import type { Order } from './order';

export type StepState = 'done' | 'now' | 'next' | 'bad';

export interface Step {
  name: string;
  state: StepState;
  note: string;
}

export type MailState = 'waiting' | 'sent' | 'hidden';

/** Where an order is in its life: what is done, what is happening, what comes next. */
export function orderSteps(order: Order, mail: MailState): Step[] {
  const { status } = order;
  const note = status === 'Processed' ? 'Its stock is yours' : 'Its stock is reserved for you';
  const placed: Step = { name: 'Placed', state: 'done', note };
  if (status === 'Cancelled') return [placed, { name: 'Cancelled', state: 'bad', note: 'Its stock was released' }];
  const steps = [placed, settledStep(order)];
  return mail === 'hidden' ? steps : [...steps, mailStep(order, mail)];
}

function settledStep({ status, reason, createdAt, updatedAt }: Order): Step {
  if (status === 'Pending') return { name: 'Processing', state: 'now', note: 'On the queue' };
  if (status === 'Failed') return { name: 'Failed', state: 'bad', note: reason ?? 'No reason was given' };
  return {
    name: 'Processed',
    state: 'done',
    note: `After ${durationText(Date.parse(updatedAt) - Date.parse(createdAt))}`,
  };
}

function mailStep({ status }: Order, mail: MailState): Step {
  if (mail === 'sent') return { name: 'Mailed', state: 'done', note: 'Your confirmation is below' };
  return { name: 'Mail', state: status === 'Pending' ? 'next' : 'now', note: 'A confirmation for you' };
}

/** A duration in a unit that reads well. */
export function durationText(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  return `${Math.round(ms / 3_600_000)} h`;
}
