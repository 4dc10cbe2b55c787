import { runSeed } from './run-seed';
import { searchSeeds, seedsFrom } from './search';

const fixedSeeds = 400;
const freshSeeds = 100;

const failureOf = ({ failed }: Awaited<ReturnType<typeof searchSeeds>>) =>
  failed && { seeItsStory: `make simulate SEED=${String(failed.seed)}`, findings: failed.findings };

test('nothing is lost and nothing is sold twice, whatever goes wrong', async () => {
  expect(failureOf(await searchSeeds(seedsFrom(1, fixedSeeds)))).toBeUndefined();
}, 60_000);

test('nor with seeds that nobody has played before', async () => {
  const first = Date.now() % 1e9;
  process.stdout.write(`fresh seeds from ${String(first)} on\n`);

  expect(failureOf(await searchSeeds(seedsFrom(first, freshSeeds)))).toBeUndefined();
}, 60_000);

test('the same seed tells the same story', async () => {
  const [first, second] = [await runSeed(7, { isTold: true }), await runSeed(7, { isTold: true })];

  expect(first.story.length).toBeGreaterThan(50);
  expect(second.story).toEqual(first.story);
});

test('seeds meet every kind of trouble, and orders come to every end', async () => {
  const met = new Set<string>();
  for (const seed of seedsFrom(1, 100)) {
    for (const what of Object.keys((await runSeed(seed)).counts)) met.add(what);
  }

  const troubles = ['fails before', 'fails after', 'late', 'doubled', 'crash before', 'crash after'];
  const ends = ['Processed', 'Cancelled', 'Failed', 'Void', 'mails'];
  expect([...met]).toEqual(
    expect.arrayContaining([...troubles, 'a copy is delivered', 'a write conflicts', 'the queue is lost', ...ends]),
  );
}, 60_000);
