import { eventually } from '../../support/eventually';
import { mailsOf, placedMessage, startProcessorSystem, type ProcessorSystem } from './processor-system';

let system: ProcessorSystem;

beforeEach(async () => {
  system = await startProcessorSystem();
});
afterEach(() => system.stop());

const statusesOf = (orderIds: string[]) => new Set(orderIds.map((orderId) => system.neighbours.statusOf(orderId)));

test('while the neighbours are away messages use up no tries, and all are settled when they are back', async () => {
  const orderIds = Array.from({ length: 60 }, () => system.neighbours.place());
  system.neighbours.goAway();

  for (let sent = 0; sent < 60; sent += 10) await system.send(orderIds.slice(sent, sent + 10).map(placedMessage));
  await eventually(async () => expect((await system.depth()).inFlight).toBeGreaterThan(0));
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  const depth = await system.depth();
  await system.neighbours.comeBack();

  await eventually(() => expect(statusesOf(orderIds)).toEqual(new Set(['PROCESSED'])), 15_000);
  expect(depth.inFlight).toBeLessThanOrEqual(40);
  expect(depth.visible).toBeGreaterThanOrEqual(20);
  expect(await system.metrics()).not.toContain('outcome="retry"');
  expect(await system.deadLetters()).toEqual([]);
});

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
  await eventually(async () => expect(await Promise.all(orderIds.map(countMails))).toEqual(orderIds.map(() => 1)));
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

const countMails = async (orderId: string) => (await mailsOf(orderId)).length;
