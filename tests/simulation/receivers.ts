import type { OrderJson } from '@orders/proto/order-json';
import { outcomeEvents } from '@orders/proto/webhook-events';
import type { WebhookAdapters } from '@orders/processor/webhooks/compose-webhooks';
import type { WebhookTables } from './delivery-database';
import { orderIn, type Documents } from './orders-database';
import type { SimulatedProcess } from './simulated-process';
import type { World } from './world';

/** How a receiver behaves for a while. */
export const moods = ['accepts', 'accepts', 'refuses', 'hangs', 'answers late', 'is gone'] as const;
export type Mood = (typeof moods)[number];

export interface ReceivedEvent {
  /** Absent where no delivery has the id. */
  webhookId: string | undefined;
  url: string;
  deliveryId: string;
  type: string;
  orderId: string;
  body: string;
}

/** A request whose sender knows that it was accepted, and holds its claim until it has recorded that. */
interface KnownDelivery {
  deliveryId: string;
  resends: number;
  sender: SimulatedProcess;
}

export const longestPostMs = 5_000;

/** The receivers of webhooks: they keep what they have accepted, and check each event as it arrives. */
export function createReceivers(world: World, documents: Documents, deliveries: WebhookTables['deliveries']) {
  const received: ReceivedEvent[] = [];
  const known: KnownDelivery[] = [];
  const moodOf = new Map<string, Mood>();
  const moodAt = (url: string): Mood => (world.failures.hasStopped() ? 'accepts' : (moodOf.get(url) ?? 'accepts'));

  const receive = (event: ReceivedEvent): { status: number } | 'no answer' => {
    const mood = moodAt(event.url);
    if (mood === 'is gone') return { status: 410 };
    if (mood === 'refuses') return { status: 500 };
    if (mood === 'hangs') return 'no answer';
    for (const problem of problemsOf(event, received, documents)) world.reportViolation(problem);
    received.push(event);
    return mood === 'answers late' ? 'no answer' : { status: 204 };
  };

  const postFrom = async (process: SimulatedProcess, event: ReceivedEvent) => {
    const answer = await process.effect('receiver', `post ${event.type} of ${event.orderId} to ${event.url}`, () =>
      receive(event),
    );
    if (answer !== 'no answer') return { ...answer, response: '' };
    await process.wait(longestPostMs);
    return noAnswer;
  };

  return {
    received,
    change: (url: string, mood: Mood) => {
      world.timeline.record(url, mood);
      moodOf.set(url, mood);
    },
    /** How a process sends to receivers. */
    postOf:
      (process: SimulatedProcess): WebhookAdapters['post'] =>
      async ({ url, headers, body }) => {
        const { type, data } = JSON.parse(body) as { type: string; data: { order: OrderJson } };
        const deliveryId = headers['webhook-id'] ?? '';
        const { webhookId, resends = 0 } = deliveries.get(deliveryId) ?? {};
        const isSame = (one: KnownDelivery) => one.deliveryId === deliveryId && one.resends === resends;
        if (known.some((one) => isSame(one) && !one.sender.hasCrashed()))
          world.reportViolation(`${type} of ${data.order.orderId} is sent again without need`);
        const event = { webhookId, url, deliveryId, type, orderId: data.order.orderId, body };
        const answered = postFrom(process, event).catch((error: unknown) => ({ error: String(error) }));
        const answer = await Promise.race([answered, process.wait(longestPostMs).then(() => noAnswer)]);
        if ('status' in answer && answer.status === 204) known.push({ deliveryId, resends, sender: process });
        return answer;
      },
  };
}

export type Receivers = ReturnType<typeof createReceivers>;

const noAnswer = { error: 'no answer' };

/** What is wrong with an event: its order must be stored, and as it says; repeated, it has the same id and body. */
function problemsOf(event: ReceivedEvent, received: ReceivedEvent[], documents: Documents): string[] {
  const { webhookId, deliveryId, type, orderId, body } = event;
  const order = orderIn(documents, orderId);
  if (!order) return [`${type} is sent for ${orderId}, which is not stored`];
  const end = order.status === 'Pending' ? undefined : outcomeEvents[order.status];
  const sent = JSON.parse(body) as { data: { order: OrderJson } };
  const isAsStored = type === 'order.placed' ? sent.data.order.status === 'Pending' : type === end;
  const earlier = received.filter((one) => one.webhookId === webhookId && one.orderId === orderId && one.type === type);
  const broken: [string, boolean][] = [
    [`is sent for ${orderId}, which is ${order.status}`, !isAsStored],
    [`of ${orderId} comes under an id that no delivery has`, webhookId === undefined],
    [`of ${orderId} comes under another id`, earlier.some((one) => one.deliveryId !== deliveryId)],
    [`of ${orderId} comes with another body`, earlier.some((one) => one.body !== body)],
    [
      `of ${orderId} comes under the id of something else`,
      received.some((one) => one.deliveryId === deliveryId && !earlier.includes(one)),
    ],
  ];
  return broken.flatMap(([what, isBroken]) => (isBroken ? [`${type} ${what}`] : []));
}
