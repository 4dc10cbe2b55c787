import type { DeadLetter } from './dead-letter';
import { createDeadLetterDesk } from './dead-letter-browser';

const letter = (messageId: string): DeadLetter => ({ messageId, body: '', reason: '', sentAt: new Date(0) });

/** A queue whose letters are hidden while they are in hand. */
function aQueue(ids: string[], { failsAfter = Infinity, pageSize = 2 } = {}) {
  let visible = ids.map(letter);
  let receives = 0;
  const deadLetters = {
    take: () => {
      receives += 1;
      if (receives > failsAfter) return Promise.reject(new Error('away'));
      return Promise.resolve(visible.splice(0, pageSize));
    },
    putBack: (letters: DeadLetter[]) => {
      visible = [...visible, ...letters];
      return Promise.resolve();
    },
  };
  let time = 0;
  const desk = createDeadLetterDesk({ deadLetters, monotonicMs: () => (time += 100) });
  return { desk, visible: () => visible.map(({ messageId }) => messageId).sort(), receives: () => receives };
}

test('looking shows all letters and leaves them where they are', async () => {
  const { desk, visible } = aQueue(['a', 'b', 'c']);

  expect((await desk.look()).map(({ messageId }) => messageId)).toEqual(['a', 'b', 'c']);
  expect(visible()).toEqual(['a', 'b', 'c']);
});

test('two that look at once both see all', async () => {
  const { desk } = aQueue(['a', 'b', 'c']);

  const seen = await Promise.all([desk.look(), desk.look()]);

  expect(seen.map((letters) => letters.length)).toEqual([3, 3]);
});

test('a queue that fails half-way gets back what was taken', async () => {
  const { desk, visible } = aQueue(['a', 'b', 'c'], { failsAfter: 1 });

  await expect(desk.look()).rejects.toThrow('away');
  expect(visible()).toEqual(['a', 'b', 'c']);
});

test('a long queue is looked at for a while only', async () => {
  const { desk, receives } = aQueue(Array.from({ length: 500 }, (_, index) => String(index)));

  await desk.look();

  expect(receives()).toBeLessThan(30);
});

test('one letter is taken, its neighbours are put back', async () => {
  const { desk, visible } = aQueue(['a', 'b', 'c', 'd']);

  expect((await desk.takeOne('b')).messageId).toBe('b');
  expect(visible()).toEqual(['a', 'c', 'd']);
});

test('a letter that is not there is an error, and all others are put back', async () => {
  const { desk, visible } = aQueue(['a', 'b']);

  await expect(desk.takeOne('z')).rejects.toMatchObject({ code: 'DEAD_LETTER_NOT_FOUND' });
  expect(visible()).toEqual(['a', 'b']);
});
