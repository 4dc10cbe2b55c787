import { withRequestContext } from '@orders/shared/request-context';
import { createBoundedQueue } from './bounded-queue';

const at = new Date('2026-11-01T12:00:00Z');

const heldWork = () => {
  const { started, finishers } = { started: [] as string[], finishers: [] as (() => void)[] };
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      started.push(name);
      finishers.push(() => resolve(`${name} done`));
    });
  return { started, work, finishOldest: () => finishers.shift()?.() };
};
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('no more run at once than allowed, and waiting ones follow in order', async () => {
  const { started, work, finishOldest } = heldWork();
  const queue = createBoundedQueue({ concurrency: 2, maxWaiting: 2, now: () => at });
  const answers = ['a', 'b', 'c', 'd'].map((name) => queue.run(work(name)));
  await nextTurn();
  expect(started).toEqual(['a', 'b']);
  expect(queue.waitingCount()).toBe(2);

  for (const expected of [
    ['a', 'b', 'c'],
    ['a', 'b', 'c', 'd'],
  ]) {
    finishOldest();
    await nextTurn();
    expect(started).toEqual(expected);
  }
  finishOldest();
  finishOldest();

  expect(await Promise.all(answers)).toEqual(['a done', 'b done', 'c done', 'd done']);
});

test('a newcomer waits even when a turn has just been passed on', async () => {
  const { started, work, finishOldest } = heldWork();
  const queue = createBoundedQueue({ concurrency: 1, maxWaiting: 2, now: () => at });
  const answers = [queue.run(work('a')), queue.run(work('b'))];
  await nextTurn();

  finishOldest();
  await nextTurn();
  answers.push(queue.run(work('c')));
  await nextTurn();
  expect(started).toEqual(['a', 'b']);

  finishOldest();
  await nextTurn();
  finishOldest();
  expect(await Promise.all(answers)).toEqual(['a done', 'b done', 'c done']);
});

test('beyond the bound a task is rejected at once and never run', async () => {
  const { started, work, finishOldest } = heldWork();
  const queue = createBoundedQueue({ concurrency: 1, maxWaiting: 1, now: () => at });
  const accepted = [queue.run(work('a')), queue.run(work('b'))];

  await expect(queue.run(work('c'))).rejects.toMatchObject({ kind: 'OVERLOADED' });

  finishOldest();
  await nextTurn();
  finishOldest();
  await Promise.all(accepted);
  expect(started).toEqual(['a', 'b']);
});

test('a task whose caller’s deadline passed before its turn is not run, and the turn passes on', async () => {
  const queue = createBoundedQueue({ concurrency: 1, maxWaiting: 1, now: () => at });
  const context = { requestId: 'r', traceparent: 't', deadline: at.getTime() };

  const late = withRequestContext(context, () => queue.run(() => Promise.resolve('done')));

  await expect(late).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  expect(await queue.run(() => Promise.resolve('done'))).toBe('done');
});

test('a task that fails passes its turn on', async () => {
  const queue = createBoundedQueue({ concurrency: 1, maxWaiting: 0, now: () => at });

  await expect(queue.run(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');

  expect(await queue.run(() => Promise.resolve('done'))).toBe('done');
});
