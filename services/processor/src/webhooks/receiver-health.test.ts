import type { AttemptResult } from './attempt-delivery';
import { createReceiverHealth } from './receiver-health';
import { disableAfterMs, type Receiver } from './webhook';

const receiver = (facts: Partial<Receiver> = {}): Receiver => ({
  webhookId: 'w',
  url: 'https://receiver.example',
  events: [],
  enabled: true,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  secrets: [],
  ...facts,
});

async function follow(result: AttemptResult, facts: Partial<Receiver> = {}, isDisabled = true) {
  const effects: string[] = [];
  const health = createReceiverHealth({
    webhooks: {
      markWorking: () => Promise.resolve(void effects.push('working')),
      markFailing: () => Promise.resolve(void effects.push('failing')),
      disable: ({ noticeId, failingForMs }) => {
        effects.push(`disable ${noticeId} ${String(failingForMs ?? '')}`.trim());
        return Promise.resolve(isDisabled);
      },
    },
    newId: () => 'notice',
    onDisabled: ({ reason }) => Promise.resolve(void effects.push(reason)),
  });
  await health(receiver(facts), result);
  return effects;
}

const failing = (failingForMs: number) => ({ failingSince: new Date(0), failingForMs });

test('a receiver that works causes no writes, and its first success ends a failure', async () => {
  expect(await follow('delivered')).toEqual([]);
  expect(await follow('delivered', failing(1))).toEqual(['working']);
});

test('a failure is recorded once', async () => {
  expect(await follow('retry')).toEqual(['failing']);
  expect(await follow('failed', failing(disableAfterMs - 1))).toEqual([]);
});

test('a receiver without a success for a day is disabled, and reported once', async () => {
  const disabled = `disable notice ${String(disableAfterMs)}`;

  expect(await follow('retry', failing(disableAfterMs))).toEqual([disabled, expect.stringContaining('24 hours')]);
  expect(await follow('retry', failing(disableAfterMs), false)).toEqual([disabled]);
});

test('a receiver that is gone is disabled at once', async () => {
  expect(await follow('gone')).toEqual(['disable notice', expect.stringContaining('410')]);
});

test.each(['claimed elsewhere', 'too late', 'stopping'] as const)(
  '%s says nothing about a receiver',
  async (result) => {
    expect(await follow(result, failing(disableAfterMs))).toEqual([]);
  },
);
