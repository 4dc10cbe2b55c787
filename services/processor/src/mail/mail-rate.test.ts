import { pino } from 'pino';
import { createMailRate } from './mail-rate';

const log = pino({ level: 'silent' });

test('what the operator set is not changed by the quota', async () => {
  const rate = createMailRate({ fixed: 200, readRate: () => Promise.resolve(14), log });

  await rate.refresh();

  expect(rate.current()).toBe(200);
});

test('without a setting the rate follows the quota, and stays when the quota cannot be read', async () => {
  const quotas = [14, 50];
  const readRate = () => {
    const quota = quotas.shift();
    return quota === undefined ? Promise.reject(new Error('away')) : Promise.resolve(quota);
  };
  const rate = createMailRate({ fixed: undefined, readRate, log });
  expect(rate.current()).toBe(1);

  await rate.refresh();
  expect(rate.current()).toBe(14);
  await rate.refresh();
  await expect(rate.refresh()).rejects.toThrow('away');

  expect(rate.current()).toBe(50);
});

test('an account without a limit is not stopped by the -1 that says so', async () => {
  const rate = createMailRate({ fixed: undefined, readRate: () => Promise.resolve(-1), log });

  await rate.refresh();

  expect(rate.current()).toBe(1_000);
});
