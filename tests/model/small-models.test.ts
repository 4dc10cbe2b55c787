import { explore, type Exploration } from './explore';
import { mailModel, type WithoutInMails } from './mail-model';
import { queueModel } from './queue-model';
import { priceModel, type WithoutInPrices } from './price-model';
import { cacheModel, watchModel, type WithoutInWatching } from './reader-models';

function print(what: string, { counterexample }: Exploration): string | undefined {
  process.stdout.write(`${what}:\n  ${counterexample?.join('\n  ') ?? 'no counterexample'}\n`);
  return counterexample?.at(-1);
}

test('a mail is sent once, unless a sender crashes while sending', () => {
  const { counterexample, states } = explore(mailModel());

  expect(counterexample).toBeUndefined();
  expect(states).toBeGreaterThan(50);
});

test.each<[Exclude<WithoutInMails, undefined>, string]>([
  ['asking for the status', 'so: a mail went out for an order that was not settled'],
  ['claims', 'so: 2 mails went out, and 0 senders crashed'],
  ['a check of the lease', 'so: 2 mails went out, and 0 senders crashed'],
])('without %s, rule 13, there is a counterexample', (without, end) => {
  expect(print(`rule 13 without ${without}`, explore(mailModel(without)))).toBe(end);
});

test('an outage does not multiply the queue; without rule 14 it does', () => {
  expect(explore(queueModel()).counterexample).toBeUndefined();
  expect(print('without rule 14', explore(queueModel(true)))).toBe('so: 4 messages are queued for 2 orders');
});

test('a reader never goes back; without rule 15 it does', () => {
  expect(explore(cacheModel()).counterexample).toBeUndefined();
  expect(print('without rule 15', explore(cacheModel(true)))).toBe('so: an older revision after a newer one');
});

test('a watcher gets the final status, also after a break', () => {
  expect(explore(watchModel()).counterexample).toBeUndefined();
});

test.each<Exclude<WithoutInWatching, undefined>>(['subscribing first', 'reading again'])(
  'without %s, rule 16, a watcher may wait for ever',
  (without) => {
    const end = print(`rule 16 without ${without}`, explore(watchModel(without)));
    expect(end).toBe('so: the watcher waits for ever for the final status');
  },
);

test('an order costs what its stock was taken at, whatever the price does meanwhile', () => {
  const { counterexample, states } = explore(priceModel());

  expect(counterexample).toBeUndefined();
  expect(states).toBeGreaterThan(500);
});

test.each<[Exclude<WithoutInPrices, undefined>, string]>([
  ['one decision', 'so: stock was taken at a price of before'],
  ['the first price', 'so: an order is stored at another price than its stock was taken at'],
  ['the condition', 'so: an order was placed that costs something else than its buyer said'],
])('without %s, rule 21, there is a counterexample', (without, end) => {
  expect(print(`rule 21 without ${without}`, explore(priceModel(without)))).toBe(end);
});
