import type { DeadLetter } from './dead-letter-browser';
import { createRedriveDeadLetters } from './redrive-dead-letters';

const letter = (messageId: string): DeadLetter => ({ messageId, body: '', reason: '', sentAt: new Date(0) });

function aRedrive(count: number, { takes = Infinity, timeLeftMs = () => Infinity } = {}) {
  const queue = Array.from({ length: count }, (_, index) => letter(String(index)));
  const did: string[] = [];
  const redrive = createRedriveDeadLetters({
    deadLetters: {
      take: (most) => Promise.resolve(queue.splice(0, most)),
      resend: (letters) => {
        did.push(`send ${String(letters.length)}`);
        return Promise.resolve(Math.min(letters.length, takes));
      },
    },
    browser: {
      take: (messageId) =>
        messageId === 'gone' ? Promise.reject(new Error('no such letter')) : Promise.resolve(letter(messageId)),
    },
    recordAction: ({ act, operator }) => {
      did.push(`${operator}: ${act}`);
      return Promise.resolve((outcome) => {
        did.push(outcome);
        return Promise.resolve();
      });
    },
    once: (_action, work) => work(),
    wait: (milliseconds) => {
      did.push(`wait ${String(milliseconds)}`);
      return Promise.resolve();
    },
    timeLeftMs,
  });
  return { redrive, did };
}

const asked = { operator: 'ada', operationId: '', limit: 100, perSecond: 5, messageId: '' };

test('letters are redriven at the requested pace; the action and its outcome are recorded', async () => {
  const { redrive, did } = aRedrive(12);

  expect(await redrive(asked)).toBe(12);
  expect(did).toEqual([
    'ada: redrive',
    'send 5',
    'wait 1000',
    'send 5',
    'wait 1000',
    'send 2',
    'wait 400',
    'redriven 12',
  ]);
});

test('no more are redriven than the limit allows', async () => {
  const { redrive } = aRedrive(12);

  expect(await redrive({ ...asked, limit: 7 })).toBe(7);
});

test('it ends while there is time for an answer, and says how many it sent', async () => {
  const left = [2_000, 1_999];
  const { redrive, did } = aRedrive(50, { timeLeftMs: () => left.shift() ?? 0 });

  expect(await redrive({ ...asked, perSecond: 1_000 })).toBe(20);
  expect(did).toContain('redriven 20');
});

test('it ends when SQS accepts fewer than it was sent', async () => {
  const { redrive, did } = aRedrive(12, { takes: 1 });

  expect(await redrive(asked)).toBe(1);
  expect(did.filter((what) => what.startsWith('send'))).toHaveLength(1);
});

test('only the named letter is redriven', async () => {
  const { redrive, did } = aRedrive(12);

  expect(await redrive({ ...asked, messageId: '3' })).toBe(1);
  expect(did).toContain('send 1');
});

test('a letter that is not there is not recorded as redriven', async () => {
  const { redrive, did } = aRedrive(12);

  await expect(redrive({ ...asked, messageId: 'gone' })).rejects.toThrow('no such letter');
  expect(did).toEqual([]);
});
