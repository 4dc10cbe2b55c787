import { explore } from './explore';
import type { Bounds, Without } from './protocol';
import { protocolModel, protocolWithout } from './protocol-model';

const one = { workers: 1, sweeps: 1, canFail: false, hasLateSettles: false } as const;
const twoAlike: Bounds = { ...one, bodies: [1, 1, 0] };

/** What is explored whole: attempts by the body they send, workers of the processor, sweeps, and more that may happen. */
const quick: Bounds[] = [twoAlike, { ...one, bodies: [1, 2, 0] }];
const thorough: Bounds[] = [
  { ...twoAlike, hasLateSettles: true },
  { ...twoAlike, workers: 2, canFail: true },
  { ...twoAlike, sweeps: 2 },
  { ...one, bodies: [1, 2, 0], workers: 2, canFail: true },
];
const isThorough = process.env['MODEL_BOUNDS'] === 'thorough';

test.each(isThorough ? [...quick, ...thorough] : quick)(
  'nothing goes wrong with %j, whatever happens',
  (bounds) => {
    const { story, states } = explore(protocolModel(bounds));

    expect(story).toBeUndefined();
    expect(states).toBeGreaterThan(100_000);
  },
  300_000,
);

test.each<[Exclude<Without, undefined>, string, string]>([
  [3, 'a second reserve takes stock once more', 'so: 2 pieces are held, for nobody or twice'],
  [4, 'a commit takes stock of a released id', 'so: at rest, an order that is over has committed stock'],
  [5, 'a release does not close the id', 'so: a message finds no stock for its order'],
  [6, 'an expiry names no epoch', 'so: a Pending order has expired stock'],
  [7, 'placing releases when it gives up', 'so: a Pending order has released stock'],
  [8, 'no Void is written before stock is given back', 'so: a Pending order has expired stock'],
  [9, 'an order is stored over any Void', 'so: a Pending order has expired stock'],
  [10, 'an entry is removed before its effect is acknowledged', 'so: at rest, an order that is over has held stock'],
  [11, 'settling moves every order', 'so: a Processed order has released stock'],
  [12, 'the mail is noted last', 'so: at rest, no mail is noted for an order that came to its end'],
])('without rule %i, where %s, there is a story that ends badly', (rule, _, end) => {
  const { story } = explore(protocolWithout(rule, twoAlike));

  process.stdout.write(`without rule ${String(rule)}:\n  ${story?.join('\n  ') ?? 'no story'}\n`);
  expect(story?.at(-1)).toBe(end);
});
