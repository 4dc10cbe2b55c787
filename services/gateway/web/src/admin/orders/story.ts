import { durationText } from '../../orders/order-steps';
import type { Order } from '../../orders/order';
import type { TimelineStep } from '../../ui/timeline';

type Time = string | null;

/** Everything that the services know about one order. */
export interface Story {
  order: Order;
  epoch: number;
  takenOver: boolean;
  outbox: { entryId: string; kind: string; owedAt: Time }[];
  messages: { republishes: number; nextRepublishAt: Time };
  reservation: {
    state: 'held' | 'committed' | 'released' | 'expired';
    epoch: number;
    heldAt: Time;
    updatedAt: Time;
  } | null;
  mail: {
    state: 'owed' | 'sent' | 'rejected' | 'dropped';
    attempts: number;
    owedAt: Time;
    finishedAt: Time;
    reason: string | null;
    traceId: string | null;
  } | null;
  missing: string[];
}

export const storyHref = (orderId: string) => `#/admin/orders/${orderId}`;

/** The story as stops on a line, in the order in which they happened; what is still to come is last. */
export function storySteps(story: Story): TimelineStep[] {
  const past = [...stockSteps(story), placedStep(story), ...settledSteps(story), ...mailPast(story)];
  return [...past.sort(byTime), ...pending(story)];
}

const byTime = (left: TimelineStep, right: TimelineStep) => Date.parse(left.at ?? '') - Date.parse(right.at ?? '');

const at = (time: Time) => (time === null ? {} : { at: time });

function stockSteps({ reservation }: Story): TimelineStep[] {
  if (!reservation) return [];
  const { state, heldAt, updatedAt, epoch } = reservation;
  const again = epoch > 1 ? `, for the ${epoch}. time` : '';
  const held: TimelineStep[] = heldAt
    ? [{ name: 'Stock reserved', state: 'done', note: `By inventory${again}`, at: heldAt }]
    : [];
  const end = reservationEnds[state];
  return end && updatedAt ? [...held, { ...end, at: updatedAt }] : held;
}

const reservationEnds: Record<string, TimelineStep | undefined> = {
  committed: { name: 'Stock committed', state: 'done', note: 'It left the shelf for good' },
  released: { name: 'Stock released', state: 'done', note: 'It is back on the shelf' },
  expired: { name: 'Reservation expired', state: 'bad', note: 'Its stock is back on the shelf' },
};

const placedStep = ({ order, takenOver }: Story): TimelineStep => ({
  name: 'Placed',
  state: 'done',
  note: takenOver ? 'Taken over from the original system' : 'Stored with its message to publish',
  at: order.createdAt,
});

function settledSteps({ order: { status, reason, createdAt, updatedAt } }: Story): TimelineStep[] {
  if (status === 'Pending') return [];
  const took = `${durationText(Date.parse(updatedAt) - Date.parse(createdAt))} after it was placed`;
  const note = reason ? `${reason}, ${took}` : took;
  return [{ name: status, state: status === 'Processed' ? 'done' : 'bad', note, at: updatedAt }];
}

function mailPast({ mail }: Story): TimelineStep[] {
  if (!mail?.finishedAt) return [];
  const attempts = mail.attempts === 1 ? 'At the first attempt' : `After ${mail.attempts} attempts`;
  const steps: Record<string, TimelineStep> = {
    sent: { name: 'Mail sent', state: 'done', note: attempts },
    rejected: { name: 'Mail rejected', state: 'bad', note: mail.reason ?? 'The mail service refused it' },
    dropped: { name: 'Mail dropped', state: 'done', note: mail.reason ?? 'The order needs none' },
  };
  const step = steps[mail.state];
  return step ? [{ ...step, at: mail.finishedAt }] : [];
}

/** What is not done yet. */
function pending({ order, outbox, messages, mail }: Story): TimelineStep[] {
  const entries = outbox.map(({ kind, owedAt }): TimelineStep => ({
    name: kind === 'publish' ? 'Message to publish' : 'Stock to release',
    state: 'now',
    note: 'In the outbox',
    ...at(owedAt),
  }));
  const published =
    messages.republishes === 0 ? 'Waits for the processor' : `Published ${messages.republishes} times again`;
  const settling: TimelineStep[] =
    order.status === 'Pending' ? [{ name: 'Settling', state: 'now', note: published }] : [];
  const mailing: TimelineStep[] =
    mail?.state === 'owed'
      ? [{ name: 'Mail to send', state: 'next', note: `${mail.attempts} attempts so far`, ...at(mail.owedAt) }]
      : [];
  return [...entries, ...settling, ...mailing];
}
