import { explore } from './explore';
import type { Bounds, Without } from './protocol';
import { protocolModel, protocolWithout } from './protocol-model';

const one = { workers: 1, sweeps: 1, canFail: false, hasLateSettles: false } as const;
const sameBodies: Bounds = { ...one, bodies: [1, 1, 0] };

/** The bounds of what is explored: the bodies that attempts send, workers of the processor, sweeps, operators. */
const quick: Bounds[] = [sameBodies, { ...one, bodies: [1, 2, 0] }];
const thorough: Bounds[] = [
  { ...sameBodies, hasLateSettles: true },
  { ...sameBodies, workers: 2, canFail: true },
  { ...sameBodies, sweeps: 2 },
  { ...one, bodies: [1, 2, 0], workers: 2, canFail: true },
];
const isThorough = process.env['MODEL_BOUNDS'] === 'thorough';

test.each(isThorough ? [...quick, ...thorough] : quick)(
  'no reachable state has a problem within %j',
  (bounds) => {
    const { counterexample, states } = explore(protocolModel(bounds));

    expect(counterexample).toBeUndefined();
    expect(states).toBeGreaterThan(100_000);
  },
  300_000,
);

test.each<[Exclude<Without, undefined>, string, string]>([
  [3, 'a second reserve takes stock again', 'so: 2 units are held without a reservation or twice'],
  [4, 'a commit takes stock of a released id', 'so: at rest, an order without a sale has committed stock'],
  [5, 'a release does not close the id', 'so: a message finds no stock for its order'],
  [6, 'an expiry does not name an epoch', 'so: a Pending order has expired stock'],
  [7, 'placing releases when it times out', 'so: a Pending order has released stock'],
  [8, 'no tombstone is written before stock is released', 'so: a Pending order has expired stock'],
  [9, 'an order is stored over any tombstone', 'so: a Pending order has expired stock'],
  [
    10,
    'an entry is removed before its effect is acknowledged',
    'so: at rest, an order without a sale has committed stock',
  ],
  [11, 'settling moves every order', 'so: a Processed order has released stock'],
  [12, 'the mail is recorded last', 'so: at rest, neither mail nor webhooks are recorded for an order that has ended'],
])('without rule %i, where %s, there is a counterexample', (rule, _, end) => {
  const { counterexample } = explore(protocolWithout(rule, sameBodies));

  process.stdout.write(`without rule ${String(rule)}:\n  ${counterexample?.join('\n  ') ?? 'no counterexample'}\n`);
  expect(counterexample?.at(-1)).toBe(end);
});
