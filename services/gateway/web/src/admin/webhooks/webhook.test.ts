import { deliveryText, healthOf, type Delivery, type Webhook } from './webhook';

test.each([
  [{ enabled: true }, 'Enabled'],
  [{ enabled: true, failingSince: '2026-11-30T05:00:00.000Z' }, 'Failing'],
  [{ enabled: false, failingSince: '2026-11-30T05:00:00.000Z' }, 'Disabled'],
])('%p is %s', (webhook, word) => {
  expect(healthOf(webhook as Webhook).word).toBe(word);
});

test.each([
  [{ attempts: 0, lastStatus: null, lastError: null }, 'Not sent yet'],
  [{ attempts: 1, lastStatus: 204, lastError: null }, '1 attempt, answered 204'],
  [{ attempts: 3, lastStatus: null, lastError: 'no answer within 10 s' }, '3 attempts, no answer within 10 s'],
])('%p reads as %s', (delivery, text) => {
  expect(deliveryText(delivery as Delivery)).toBe(text);
});
