import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forecast, meanWait } from './model.mts';

test('what all processes use together is the limit while there are few processors', () => {
  const { ordersPerSecond, bottleneck } = forecast({ gateway: 1, order: 1, mongod: 0.5 }, 4);

  assert.equal(bottleneck, 'processors');
  assert.equal(ordersPerSecond, (0.8 * 4_000) / 2.5);
});

test('what cannot be more than one is the limit in the end', () => {
  const { ordersPerSecond, bottleneck } = forecast({ gateway: 1, order: 1, mongod: 0.5 }, 1_000);

  assert.equal(bottleneck, 'mongod');
  assert.equal(ordersPerSecond, (0.8 * 1_000 * 16) / 0.5);
});

test('with one server the wait is that of the textbook, and many servers share it', () => {
  assert.ok(Math.abs(meanWait(1, 0.5) - 1) < 1e-9);
  assert.ok(Math.abs(meanWait(2, 0.8) - 1.7777777) < 1e-6);
  assert.ok(meanWait(16, 0.8) < meanWait(4, 0.8));
});
