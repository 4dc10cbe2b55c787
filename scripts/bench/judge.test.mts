import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, type Goal } from './judge.mts';
import type { Results } from './results.mts';

const results: Results = {
  at: '',
  machine: { processors: 2, model: '', memoryGiB: 1, node: '' },
  commit: '',
  rates: [],
};
const aGoal = (bounds: Partial<Goal>): Goal => ({ goal: 'a goal', unit: '%', figures: () => [60, 90, 50], ...bounds });
const holds = (bounds: Partial<Goal>) => judge([aGoal(bounds)], results).map((judged) => judged.holds);

test('the median of the rounds decides, whatever the best and the worst round say', () => {
  assert.deepEqual(holds({ atLeast: 60 }), [true]);
  assert.deepEqual(holds({ atLeast: 61 }), [false]);
  assert.deepEqual(holds({ atMost: 60 }), [true]);
  assert.deepEqual(holds({ atMost: 59 }), [false]);
});

test('the spread is reported beside the median', () => {
  assert.deepEqual(judge([aGoal({ atLeast: 61 })], results)[0]?.figure, { median: 60, min: 50, max: 90 });
});

test('a goal that was not measured is neither held nor missed', () => {
  assert.deepEqual(holds({ atLeast: 1, figures: () => undefined }), []);
  assert.deepEqual(holds({ atLeast: 1, figures: () => [undefined] }), []);
});

test('a figure that is not a number misses its goal', () => {
  assert.deepEqual(holds({ atLeast: 1, figures: () => [NaN] }), [false]);
});
