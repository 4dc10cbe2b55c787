import { createDeadLetterBrowser, type DeadLetter } from './dead-letter-browser';

const letter = (messageId: string): DeadLetter => ({ messageId, body: '', reason: '', sentAt: new Date(0) });

/** A queue whose letters are hidden while they are taken. */
function aQueue(ids: string[], { failsAfter = Infinity, pageSize = 2 } = {}) {
  let visible = ids.map(letter);
  let receives = 0;
  const deadLetters = {
    take: () => {
      receives += 1;
      if (receives > failsAfter) return Promise.reject(new Error('unavailable'));
      return Promise.resolve(visible.splice(0, pageSize));
    },
    putBack: (letters: DeadLetter[]) => {
      visible = [...visible, ...letters];
      return Promise.resolve();
    },
  };
  let time = 0;
  const browser = createDeadLetterBrowser({ deadLetters, monotonicMs: () => (time += 100) });
  return { browser, visible: () => visible.map(({ messageId }) => messageId).sort(), receives: () => receives };
}

test('a list shows all letters and leaves them in the queue', async () => {
  const { browser, visible } = aQueue(['a', 'b', 'c']);

  expect((await browser.list()).map(({ messageId }) => messageId)).toEqual(['a', 'b', 'c']);
  expect(visible()).toEqual(['a', 'b', 'c']);
});

test('two concurrent lists both show all letters', async () => {
  const { browser } = aQueue(['a', 'b', 'c']);

  const seen = await Promise.all([browser.list(), browser.list()]);

  expect(seen.map((letters) => letters.length)).toEqual([3, 3]);
});

test('when the queue fails half-way, the letters taken so far are put back', async () => {
  const { browser, visible } = aQueue(['a', 'b', 'c'], { failsAfter: 1 });

  await expect(browser.list()).rejects.toThrow('unavailable');
  expect(visible()).toEqual(['a', 'b', 'c']);
});

test('a long queue is scanned only for a while', async () => {
  const { browser, receives } = aQueue(Array.from({ length: 500 }, (_, index) => String(index)));

  await browser.list();

  expect(receives()).toBeLessThan(30);
});

test('one letter is taken, the others are put back', async () => {
  const { browser, visible } = aQueue(['a', 'b', 'c', 'd']);

  expect((await browser.take('b')).messageId).toBe('b');
  expect(visible()).toEqual(['a', 'c', 'd']);
});

test('an unknown letter is an error, and all others are put back', async () => {
  const { browser, visible } = aQueue(['a', 'b']);

  await expect(browser.take('z')).rejects.toMatchObject({ code: 'DEAD_LETTER_NOT_FOUND' });
  expect(visible()).toEqual(['a', 'b']);
});
