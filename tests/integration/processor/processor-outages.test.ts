import { eventually } from '../../support/eventually';
import { placedMessage, startProcessorSystem, type ProcessorSystem } from './processor-system';

let system: ProcessorSystem;

beforeEach(async () => {
  system = await startProcessorSystem({ SETTLE_PATIENCE_SECONDS: '2' });
});
afterEach(() => system.stop());

const statusesOf = (orderIds: string[]) => new Set(orderIds.map((orderId) => system.neighbours.statusOf(orderId)));

test('while the neighbours are away no message is tried twice, and all are settled when they are back', async () => {
  const orderIds = Array.from({ length: 60 }, () => system.neighbours.place());
  system.neighbours.goAway();

  for (let sent = 0; sent < 60; sent += 10) await system.send(orderIds.slice(sent, sent + 10).map(placedMessage));
  await eventually(async () => expect(await retries()).toBeGreaterThan(0), 15_000);
  // All may be received again, and nobody does.
  await eventually(async () => expect(await system.depth()).toMatchObject({ visible: 60, inFlight: 0 }), 15_000);
  const triesInVain = await retries();
  await system.neighbours.comeBack();

  await eventually(() => expect(statusesOf(orderIds)).toEqual(new Set(['PROCESSED'])), 15_000);
  expect(triesInVain).toBeLessThanOrEqual(40);
  expect(await system.deadLetters()).toEqual([]);
});

test('a short outage is waited for with the messages in hand', async () => {
  const orderIds = Array.from({ length: 10 }, () => system.neighbours.place());
  system.neighbours.goAway();
  await system.send(orderIds.map(placedMessage));
  await eventually(async () => expect((await system.depth()).inFlight).toBe(10), 15_000);

  await system.neighbours.comeBack();

  await eventually(() => expect(statusesOf(orderIds)).toEqual(new Set(['PROCESSED'])));
  expect(await retries()).toBe(0);
});

async function retries(): Promise<number> {
  const count = /sqs_message_processing_duration_seconds_count{outcome="retry"} (\d+)/.exec(await system.metrics());
  return Number(count?.[1] ?? 0);
}

test('a queue that is deleted while it is read is made again, and works', async () => {
  await system.deleteQueue();
  const orderId = system.neighbours.place();

  await eventually(() => system.send([placedMessage(orderId)]), 15_000);

  await eventually(() => expect(system.neighbours.statusOf(orderId)).toBe('PROCESSED'), 15_000);
});

test('a process that is told to stop is gone within ten seconds, and what it left is done by the next one', async () => {
  const orderIds = Array.from({ length: 30 }, () => system.neighbours.place());
  for (let sent = 0; sent < 30; sent += 10) await system.send(orderIds.slice(sent, sent + 10).map(placedMessage));

  const { exitCode, tookMs } = await system.terminate();
  await system.startAgain();

  expect(exitCode).toBe(0);
  expect(tookMs).toBeLessThan(10_000);
  await eventually(() => expect(statusesOf(orderIds)).toEqual(new Set(['PROCESSED'])), 15_000);
  await eventually(
    async () => expect(await Promise.all(orderIds.map(countMails))).toEqual(orderIds.map(() => 1)),
    15_000,
  );
});

test('a process that is told to stop in the middle of an outage is gone as fast', async () => {
  const orderId = system.neighbours.place();
  system.neighbours.goAway();
  await system.send([placedMessage(orderId)]);
  await eventually(async () => expect((await system.depth()).inFlight).toBe(1));

  const { exitCode, tookMs } = await system.terminate();
  await system.neighbours.comeBack();
  await system.startAgain();

  expect(exitCode).toBe(0);
  expect(tookMs).toBeLessThan(10_000);
  await eventually(() => expect(system.neighbours.statusOf(orderId)).toBe('PROCESSED'), 15_000);
});

const countMails = async (orderId: string) => (await system.mailsOf(orderId)).length;
