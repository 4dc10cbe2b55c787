import { runSeed } from './run-seed';
import { searchSeeds, seedsFrom } from './search';

const fixedSeeds = 300;
const freshSeeds = 100;

const troubles = [
  ...['fails before', 'fails after', 'late', 'doubled', 'crash before', 'crash after'],
  ...['a copy is delivered', 'a write conflicts', 'the queue is lost'],
];
const ends = ['Processed', 'Cancelled', 'Failed', 'Void', 'mails'];

const failureOf = ({ failed }: Awaited<ReturnType<typeof searchSeeds>>) =>
  failed && { seeItsStory: `make simulate SEED=${String(failed.seed)}`, findings: failed.findings };

test('nothing is lost and nothing is sold twice, though everything goes wrong and orders come to every end', async () => {
  const search = await searchSeeds(seedsFrom(1, fixedSeeds));

  expect(failureOf(search)).toBeUndefined();
  expect(Object.keys(search.counts)).toEqual(expect.arrayContaining([...troubles, ...ends]));
}, 120_000);

test('nor with seeds that nobody has played before', async () => {
  const first = Date.now() % 1e9;
  process.stdout.write(`fresh seeds from ${String(first)} on\n`);

  expect(failureOf(await searchSeeds(seedsFrom(first, freshSeeds)))).toBeUndefined();
}, 120_000);

test('the same seed tells the same story', async () => {
  const [first, second] = [await runSeed(7, { isTold: true }), await runSeed(7, { isTold: true })];

  expect(first.story.length).toBeGreaterThan(50);
  expect(second.story).toEqual(first.story);
});
