import { pino } from 'pino';
import { createPeriodicTask } from './periodic-task';

const log = pino({ level: 'silent' });
const anHourMs = 3_600_000;
const shortly = () => jest.advanceTimersByTimeAsync(20);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Work whose runs end when they are told to. */
function manualWork() {
  const runs: { end: (error?: Error) => void }[] = [];
  const work = () =>
    new Promise<void>((resolve, reject) => {
      runs.push({
        end: (error) => {
          if (error) reject(error);
          else resolve();
        },
      });
    });
  return { runs, work };
}

test('a wake starts a run at once, and wakes during a run bring one more, not several', async () => {
  const { runs, work } = manualWork();
  const task = createPeriodicTask({ name: 'work', intervalMs: anHourMs, run: work, log });
  await task.start();

  task.wake();
  await shortly();
  expect(runs).toHaveLength(1);
  task.wake();
  task.wake();
  await shortly();
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  await shortly();
  expect(runs).toHaveLength(2);
  runs[1]?.end();
  await shortly();

  expect(runs).toHaveLength(2);
  await task.stop();
});

test('after a failure wakes do nothing until the timer has brought a run that succeeds', async () => {
  const { runs, work } = manualWork();
  const task = createPeriodicTask({ name: 'work', intervalMs: anHourMs, run: work, log });
  await task.start();
  task.wake();
  await shortly();
  runs[0]?.end(new Error('unavailable'));
  await shortly();

  task.wake();
  await shortly();
  expect(runs).toHaveLength(1);
  await jest.advanceTimersByTimeAsync(anHourMs);

  expect(runs).toHaveLength(2);
  runs[1]?.end();
  await task.stop();
});
