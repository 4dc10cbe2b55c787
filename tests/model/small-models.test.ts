import { explore, type Exploration } from './explore';
import { mailModel, type WithoutInMails } from './mail-model';
import { queueModel } from './queue-model';
import { cacheModel, watchModel, type WithoutInWatching } from './reader-models';

function tell(what: string, { story }: Exploration): string | undefined {
  process.stdout.write(`${what}:\n  ${story?.join('\n  ') ?? 'no story'}\n`);
  return story?.at(-1);
}

test('a mail goes out once, but for those that were being sent at a crash', () => {
  const { story, states } = explore(mailModel());

  expect(story).toBeUndefined();
  expect(states).toBeGreaterThan(50);
});

test.each<[Exclude<WithoutInMails, undefined>, string]>([
  ['asking for the status', 'so: a mail went out for an order that was not settled'],
  ['claims', 'so: 2 mails went out, and 0 senders crashed'],
  ['a check of the lease', 'so: 2 mails went out, and 0 senders crashed'],
])('without %s, rule 13, there is a story that ends badly', (without, end) => {
  expect(tell(`rule 13 without ${without}`, explore(mailModel(without)))).toBe(end);
});

test('an outage does not multiply the queue; without rule 14 it does', () => {
  expect(explore(queueModel()).story).toBeUndefined();
  expect(tell('without rule 14', explore(queueModel(true)))).toBe('so: 4 messages are queued for 2 orders');
});

test('a reader never goes back; without rule 15 it does', () => {
  expect(explore(cacheModel()).story).toBeUndefined();
  expect(tell('without rule 15', explore(cacheModel(true)))).toBe('so: an older revision after a newer one');
});

test('a watcher hears the end, also over a break', () => {
  expect(explore(watchModel()).story).toBeUndefined();
});

test.each<Exclude<WithoutInWatching, undefined>>(['subscribing first', 'reading again'])(
  'without %s, rule 16, a watcher may wait for good',
  (without) => {
    const end = tell(`rule 16 without ${without}`, explore(watchModel(without)));
    expect(end).toBe('so: the watcher waits for good and was never told the end');
  },
);
