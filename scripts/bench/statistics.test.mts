import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile, ratiosOf, spreadOf } from './statistics.mts';

test('the median of an even number of values lies between the middle two', () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([9, 1, 5]), 5);
});

test('a percentile is a value of its own, and none of no values', () => {
  const values = Array.from({ length: 100 }, (_, place) => 100 - place);

  assert.equal(percentile(values, 95), 96);
  assert.equal(percentile([], 95), NaN);
});

test('ratios compare what was measured in the same round', () => {
  const ratios = ratiosOf([50, 90, 80], [100, 100, 200]);

  assert.deepEqual(spreadOf(ratios), { median: 0.5, min: 0.4, max: 0.9 });
});
