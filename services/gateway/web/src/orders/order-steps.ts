import type { Order } from './order';

export type StepState = 'done' | 'now' | 'next' | 'bad';

export interface Step {
  name: string;
  state: StepState;
  note: string;
  at?: string;
}

/** What is known about the confirmation: nothing, or how far it is by the ledger of mails. */
export interface MailState {
  state: 'unknown' | 'none' | 'owed' | 'sent' | 'rejected' | 'dropped';
  finishedAt?: string | null;
}

/** Where an order is in its life: what is done, what is happening, what comes next. */
export function orderSteps(order: Order, mail: MailState): Step[] {
  const { status, createdAt, updatedAt } = order;
  const note = status === 'Processed' ? 'Everything in it is yours' : 'Everything in it is reserved for you';
  const placed: Step = { name: 'Placed', state: 'done', note, at: createdAt };
  if (status === 'Cancelled')
    return [
      { ...placed, note: 'You ordered it' },
      { name: 'Cancelled', state: 'bad', note: 'Nothing is reserved any more', at: updatedAt },
    ];
  return [placed, settledStep(order), ...mailSteps(order, mail)];
}

function settledStep({ status, reason, createdAt, updatedAt }: Order): Step {
  if (status === 'Pending') return { name: 'Processing', state: 'now', note: 'This takes a moment' };
  if (status === 'Failed')
    return { name: 'Failed', state: 'bad', note: sentence(reason ?? 'no reason was given'), at: updatedAt };
  const took = durationText(Date.parse(updatedAt) - Date.parse(createdAt));
  return { name: 'Confirmed', state: 'done', note: `After ${took}`, at: updatedAt };
}

function mailSteps({ status }: Order, { state, finishedAt }: MailState): Step[] {
  const at = finishedAt ? { at: finishedAt } : {};
  if (state === 'sent') return [{ name: 'Mailed', state: 'done', note: 'The confirmation was sent', ...at }];
  if (state === 'rejected')
    return [{ name: 'Not mailed', state: 'bad', note: 'The mail service refused your address', ...at }];
  if (state === 'unknown' || state === 'dropped') return [];
  return [{ name: 'Mail', state: status === 'Pending' ? 'next' : 'now', note: 'A confirmation for you' }];
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A duration in a unit that reads well. */
export function durationText(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  return `${Math.round(ms / 3_600_000)} h`;
}
