import { Gauge } from 'prom-client';

const queued = new Gauge({
  name: 'sqs_queue_messages',
  help: 'Messages in the queue of placed orders as SQS counts them, by state: visible, in_flight or delayed.',
  labelNames: ['state'],
});
const deadLetters = new Gauge({ name: 'sqs_dead_letter_messages', help: 'Messages in the dead-letter queue.' });
const owed = new Gauge({ name: 'mails_owed', help: 'Mails that are owed.' });
const oldestOwed = new Gauge({
  name: 'mails_owed_oldest_age_seconds',
  help: 'Age of the mail that has been owed for longest; 0 where none is.',
});

export interface QueueFigures {
  visible: number;
  inFlight: number;
  delayed: number;
  deadLetters: number;
}

export function showQueue(depth: QueueFigures): void {
  queued.set({ state: 'visible' }, depth.visible);
  queued.set({ state: 'in_flight' }, depth.inFlight);
  queued.set({ state: 'delayed' }, depth.delayed);
  deadLetters.set(depth.deadLetters);
}

export function showOwedMails({ count, oldestAgeSeconds }: { count: number; oldestAgeSeconds: number }): void {
  owed.set(count);
  oldestOwed.set(oldestAgeSeconds);
}
