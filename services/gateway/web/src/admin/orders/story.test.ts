import { storySteps, type Story } from './story';

const second = (seconds: number) => new Date(Date.UTC(2026, 10, 30, 12, 0, seconds)).toISOString();

const aStory = (facts: Partial<Story> & { status?: string }): Story =>
  ({
    order: { status: facts.status ?? 'Processed', createdAt: second(1), updatedAt: second(3) },
    epoch: 1,
    takenOver: false,
    outbox: [],
    messages: { republishes: 0, nextRepublishAt: null },
    reservation: { state: 'committed', epoch: 1, heldAt: second(0), updatedAt: second(2) },
    mail: { state: 'sent', attempts: 1, owedAt: second(2), finishedAt: second(4), reason: null, traceId: null },
    missing: [],
    ...facts,
  }) as Story;
const namesOf = (story: Story) => storySteps(story).map(({ name, state }) => `${name}: ${state}`);

test('the story of an order is told in the order in which it happened', () => {
  expect(namesOf(aStory({}))).toEqual([
    'Stock reserved: done',
    'Placed: done',
    'Stock committed: done',
    'Processed: done',
    'Mail sent: done',
  ]);
});

test('what is still to come is last', () => {
  const story = aStory({
    status: 'Pending',
    outbox: [{ entryId: 'one', kind: 'publish', owedAt: second(1) }],
    reservation: { state: 'held', epoch: 1, heldAt: second(0), updatedAt: second(0) },
    mail: null,
  });

  expect(namesOf(story)).toEqual(['Stock reserved: done', 'Placed: done', 'Message to publish: now', 'Settling: now']);
});

test('a cancelled order whose stock is back', () => {
  const story = aStory({
    status: 'Cancelled',
    reservation: { state: 'released', epoch: 1, heldAt: second(0), updatedAt: second(3) },
    mail: null,
  });

  expect(namesOf(story)).toEqual(['Stock reserved: done', 'Placed: done', 'Stock released: done', 'Cancelled: bad']);
});

test('what an unavailable service knows is left out', () => {
  expect(namesOf(aStory({ reservation: null, mail: null, missing: ['inventory', 'processor'] }))).toEqual([
    'Placed: done',
    'Processed: done',
  ]);
});
