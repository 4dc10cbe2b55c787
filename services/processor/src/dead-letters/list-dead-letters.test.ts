import { createListDeadLetters } from './list-dead-letters';

const letter = (messageId: string, seconds: number) => ({
  messageId,
  body: '',
  reason: '',
  sentAt: new Date(seconds * 1_000),
});
const listOf = (...letters: ReturnType<typeof letter>[]) =>
  createListDeadLetters({ browser: { list: () => Promise.resolve([...letters]) } });

test('pages go from the oldest to the newest, each letter once', async () => {
  const list = listOf(letter('late', 9), letter('b', 1), letter('a', 1), letter('middle', 5));
  const seen: string[] = [];

  for (let pageToken = '', pages = 0; pages < 4; pages += 1) {
    const page = await list({ pageSize: 1, pageToken });
    seen.push(...page.deadLetters.map(({ messageId }) => messageId));
    pageToken = page.nextPageToken;
    if (pages === 3) expect(pageToken).toBe('');
  }

  expect(seen).toEqual(['a', 'b', 'middle', 'late']);
});

test('a page continues after a letter that is gone by now', async () => {
  const { nextPageToken } = await listOf(letter('a', 1), letter('b', 2))({ pageSize: 1, pageToken: '' });

  const { deadLetters } = await listOf(letter('b', 2))({ pageSize: 1, pageToken: nextPageToken });

  expect(deadLetters).toMatchObject([{ messageId: 'b' }]);
});

test('an invalid token is refused', async () => {
  await expect(listOf()({ pageSize: 1, pageToken: 'nonsense' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
});
