import { createMailPace } from './mail-pace';

/** Asks for turns all at once and says when each came, on a clock that only waiting moves. */
function pacedAt(ratePerSecond: number) {
  let nowMs = 0;
  const waits: number[] = [];
  const pace = createMailPace({
    rate: () => ratePerSecond,
    monotonicMs: () => nowMs,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { pace, waits, at: (milliseconds: number) => (nowMs = milliseconds) };
}

test('turns are spread evenly', async () => {
  const { pace, waits } = pacedAt(20);

  for (let turn = 0; turn < 4; turn += 1) await pace.take();

  expect(waits).toEqual([50, 100, 150]);
});

test('what was not used in a quiet time is not made up for, but for a tenth of a second', async () => {
  const { pace, waits, at } = pacedAt(20);

  at(60_000);
  for (let turn = 0; turn < 5; turn += 1) await pace.take();

  expect(waits).toEqual([50, 100]);
});

test('a turn that was given back is taken by the next', async () => {
  const { pace, waits } = pacedAt(1);
  await pace.take();

  pace.giveBack();
  await pace.take();

  expect(waits).toEqual([]);
});

test('a rest holds everybody up', async () => {
  const { pace, waits } = pacedAt(1_000);

  pace.rest(1_000);
  await pace.take();

  expect(waits).toEqual([1_000]);
});
