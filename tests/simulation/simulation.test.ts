import { runSeed } from './run-seed';
import { searchSeeds, seedsFrom } from './search';

// The same seeds each time: new ones are for make simulate and the nightly job.
const seeds = 400;

const failureModes = [
  ...['fails before', 'fails after', 'late', 'doubled', 'crash before', 'crash after'],
  ...['a copy is delivered', 'a write conflicts', 'the queue is lost'],
];
const ends = ['Processed', 'Cancelled', 'Failed', 'Void', 'mails', 'events'];

test('no order is lost and no stock is sold twice, whatever fails and however orders end', async () => {
  const { failed, counts } = await searchSeeds(seedsFrom(1, seeds));

  expect(
    failed && { timeline: `make simulate SEED=${String(failed.seed)}`, findings: failed.findings },
  ).toBeUndefined();
  expect(Object.keys(counts)).toEqual(expect.arrayContaining([...failureModes, ...ends]));
}, 120_000);

test('the same seed gives the same timeline', async () => {
  const [first, second] = [await runSeed(7, { isRecorded: true }), await runSeed(7, { isRecorded: true })];

  expect(first.timeline.length).toBeGreaterThan(50);
  expect(second.timeline).toEqual(first.timeline);
});
