import { pino } from 'pino';
import { createMailPace, createMailRate } from './mail-pace';

/** A pace whose waits are recorded, on a clock that only the test moves. */
function pacedAt(ratePerSecond: number) {
  let nowMs = 0;
  const waits: number[] = [];
  const pace = createMailPace({
    rate: () => ratePerSecond,
    monotonicMs: () => nowMs,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { pace, waits, at: (milliseconds: number) => (nowMs = milliseconds) };
}

test('turns are spread evenly', async () => {
  const { pace, waits } = pacedAt(20);

  for (let turn = 0; turn < 4; turn += 1) await pace.take();

  expect(waits).toEqual([50, 100, 150]);
});

test('at most a tenth of a second of unused time is made up for', async () => {
  const { pace, waits, at } = pacedAt(20);

  at(60_000);
  for (let turn = 0; turn < 5; turn += 1) await pace.take();

  expect(waits).toEqual([50, 100]);
});

test('a turn that was given back is used by the next mail', async () => {
  const { pace, waits } = pacedAt(1);
  await pace.take();

  pace.giveBack();
  await pace.take();

  expect(waits).toEqual([]);
});

test('a pause holds all mails back', async () => {
  const { pace, waits } = pacedAt(1_000);

  pace.pause(1_000);
  await pace.take();

  expect(waits).toEqual([1_000]);
});

const log = pino({ level: 'silent' });

test("the operator's setting is not changed by the quota", async () => {
  const rate = createMailRate({ fixed: 200, readQuota: () => Promise.resolve(14), log });

  await rate.refresh();

  expect(rate.current()).toBe(200);
});

test('without a setting the rate follows the quota, and stays when the quota cannot be read', async () => {
  const quotas = [14, 50];
  const readQuota = () => {
    const quota = quotas.shift();
    return quota === undefined ? Promise.reject(new Error('unavailable')) : Promise.resolve(quota);
  };
  const rate = createMailRate({ fixed: undefined, readQuota, log });
  expect(rate.current()).toBe(1);

  await rate.refresh();
  expect(rate.current()).toBe(14);
  await rate.refresh();
  await expect(rate.refresh()).rejects.toThrow('unavailable');

  expect(rate.current()).toBe(50);
});

test('an account without a limit is not stopped by the -1 that says so', async () => {
  const rate = createMailRate({ fixed: undefined, readQuota: () => Promise.resolve(-1), log });

  await rate.refresh();

  expect(rate.current()).toBe(1_000);
});
