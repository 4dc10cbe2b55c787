import { randomUUID } from 'node:crypto';
import type { MailLedger } from '@orders/processor/mail/mail-ledger';

export const aPlacedOrder = () => ({ orderId: randomUUID(), requestId: '$request', traceparent: 'trace' });

const longMs = 60_000;

/** What every mail ledger does: the one in MongoDB and the simulator's. */
export function specifyMailLedger(createLedger: () => MailLedger): void {
  let ledger: MailLedger;
  beforeEach(() => {
    ledger = createLedger();
  });

  const aPendingMail = async (): Promise<string> => {
    const placed = aPlacedOrder();
    await ledger.recordPendingMails([placed]);
    return placed.orderId;
  };
  const dueIds = async (limit = 10) => (await ledger.dueMails(limit)).map(({ mail }) => mail.orderId);
  const queuedIds = async () =>
    (await ledger.dueMails(10)).filter(({ turn }) => turn !== undefined).map(({ mail }) => mail.orderId);

  test('a recorded mail is pending and due, with the ids of its request', async () => {
    const placed = aPlacedOrder();

    await ledger.recordPendingMails([placed]);

    expect(await ledger.dueMails(10)).toEqual([{ mail: { ...placed, ageMs: expect.any(Number) }, turn: undefined }]);
    expect(await ledger.find(placed.orderId)).toMatchObject({ ...placed, state: 'owed', attempts: 0 });
    expect(await ledger.countPending()).toBe(1);
  });

  test('a mail that is recorded again changes nothing, pending or sent', async () => {
    const placed = aPlacedOrder();
    const sent = await aPendingMail();
    await ledger.recordPendingMails([placed]);
    await ledger.finish([{ orderId: sent, outcome: 'sent' }]);
    const before = await ledger.findMany([placed.orderId, sent]);

    await ledger.recordPendingMails([
      { ...placed, requestId: 'another' },
      { ...aPlacedOrder(), orderId: sent },
    ]);

    expect(await ledger.findMany([placed.orderId, sent])).toEqual(before);
    expect(await ledger.countPending()).toBe(1);
  });

  test('only one claim holds a mail, and a claimed mail is not due', async () => {
    const orderId = await aPendingMail();

    expect(await ledger.claim({ orderId, claim: 'first', leaseMs: longMs })).toBe(1);
    expect(await ledger.claim({ orderId, claim: 'second', leaseMs: longMs })).toBeUndefined();
    expect(await dueIds()).toEqual([]);
    expect(await ledger.countPending()).toBe(1);
  });

  test('after its lease a mail is due again, and counts the attempts', async () => {
    const orderId = await aPendingMail();
    await ledger.claim({ orderId, claim: 'crashed', leaseMs: 0 });

    expect(await dueIds()).toEqual([orderId]);
    expect(await ledger.claim({ orderId, claim: 'next', leaseMs: longMs })).toBe(2);
  });

  test('an unknown mail cannot be claimed', async () => {
    expect(await ledger.claim({ orderId: randomUUID(), claim: 'claim', leaseMs: longMs })).toBeUndefined();
  });

  test('a mail ends under its claim, with the outcome and the reason', async () => {
    const orderId = await aPendingMail();
    await ledger.claim({ orderId, claim: 'holder', leaseMs: longMs });

    expect(await ledger.finish([{ orderId, claim: 'holder', outcome: 'rejected', reason: '$refused' }])).toBe(1);
    expect(await ledger.find(orderId)).toMatchObject({
      state: 'rejected',
      reason: '$refused',
      finishedAt: expect.any(Date),
    });
    expect(await ledger.find(orderId)).not.toHaveProperty('claim');
    expect(await ledger.countPending()).toBe(0);
  });

  test('a claim that was taken over changes nothing', async () => {
    const orderId = await aPendingMail();
    await ledger.claim({ orderId, claim: 'late', leaseMs: 0 });
    await ledger.claim({ orderId, claim: 'next', leaseMs: longMs });

    expect(await ledger.finish([{ orderId, claim: 'late', outcome: 'rejected' }])).toBe(0);
    await ledger.postpone([{ orderId, claim: 'late', delayMs: 0 }]);

    expect(await ledger.find(orderId)).toMatchObject({ state: 'owed', claim: 'next' });
    expect(await dueIds()).toEqual([]);
  });

  test('without its claim a claimed mail is neither finished nor postponed', async () => {
    const orderId = await aPendingMail();
    await ledger.claim({ orderId, claim: 'holder', leaseMs: longMs });

    expect(await ledger.finish([{ orderId, outcome: 'dropped' }])).toBe(0);
    await ledger.postpone([{ orderId, delayMs: 0 }]);

    expect(await ledger.find(orderId)).toMatchObject({ state: 'owed', claim: 'holder' });
    expect(await dueIds()).toEqual([]);
  });

  test('a mail that ended stays as it is', async () => {
    const orderId = await aPendingMail();
    await ledger.finish([{ orderId, outcome: 'sent' }]);

    expect(await ledger.finish([{ orderId, outcome: 'dropped' }])).toBe(0);
    await ledger.postpone([{ orderId, delayMs: 0 }]);

    expect(await ledger.claim({ orderId, claim: 'late', leaseMs: longMs })).toBeUndefined();
    expect(await ledger.find(orderId)).toMatchObject({ state: 'sent' });
  });

  test('a postponed mail is unclaimed, and due when the delay is over', async () => {
    const [now, later] = [await aPendingMail(), await aPendingMail()];
    for (const orderId of [now, later]) await ledger.claim({ orderId, claim: 'holder', leaseMs: longMs });

    await ledger.postpone([
      { orderId: now, claim: 'holder', delayMs: 0 },
      { orderId: later, claim: 'holder', delayMs: longMs },
    ]);

    expect(await dueIds()).toEqual([now]);
    expect(await ledger.finish([{ orderId: later, claim: 'holder', outcome: 'sent' }])).toBe(0);
  });

  test('a page holds the mails that have been due for longest', async () => {
    const [young, old] = [await aPendingMail(), await aPendingMail()];
    await ledger.claim({ orderId: young, claim: 'crashed', leaseMs: -1_000 });
    await ledger.claim({ orderId: old, claim: 'crashed', leaseMs: -2_000 });

    expect(await dueIds(1)).toEqual([old]);
    expect(await dueIds(2)).toEqual([old, young]);
  });

  test('users take turns, and a mail that comes later waits for no more than the turn that all are at', async () => {
    const [first, second, third, other, later] = [
      await aPendingMail(),
      await aPendingMail(),
      await aPendingMail(),
      await aPendingMail(),
      await aPendingMail(),
    ];

    await ledger.queueMails([first, second, third].map((orderId) => ({ orderId, userId: 'ada' })));
    await ledger.queueMails([{ orderId: other, userId: 'bob' }]);

    expect(new Set((await queuedIds()).slice(0, 2))).toEqual(new Set([first, other]));
    expect((await queuedIds()).slice(2)).toEqual([second, third]);
    expect((await dueIds())[0]).toBe(later);
    await ledger.finish([first, other].map((orderId) => ({ orderId, outcome: 'sent' as const })));
    await ledger.queueMails([{ orderId: later, userId: 'eve' }]);
    expect(new Set((await queuedIds()).slice(0, 2))).toEqual(new Set([second, later]));
  });

  test('a queued mail keeps its turn when it is queued again, and loses it when it is claimed or postponed', async () => {
    const [first, second] = [await aPendingMail(), await aPendingMail()];
    const mails = [first, second].map((orderId) => ({ orderId, userId: 'ada' }));
    await ledger.queueMails(mails);
    await ledger.queueMails(mails.toReversed());

    expect(await dueIds()).toEqual([first, second]);
    expect(await queuedIds()).toEqual([first, second]);
    await ledger.claim({ orderId: first, claim: 'crashed', leaseMs: 0 });
    await ledger.postpone([{ orderId: second, delayMs: 0 }]);

    expect(await queuedIds()).toEqual([]);
    expect((await dueIds()).sort()).toEqual([first, second].sort());
  });

  test('the oldest pending mail is known, however it is claimed or postponed', async () => {
    expect(await ledger.oldestPendingAt()).toBeUndefined();
    const [first, second] = [await aPendingMail(), await aPendingMail()];
    await ledger.claim({ orderId: first, claim: 'holder', leaseMs: longMs });
    const [oldest, next] = await Promise.all([ledger.find(first), ledger.find(second)]);

    expect(await ledger.oldestPendingAt()).toEqual(oldest?.owedAt);
    await ledger.finish([{ orderId: first, claim: 'holder', outcome: 'sent' }]);

    expect(await ledger.oldestPendingAt()).toEqual(next?.owedAt);
  });

  test('mails are found by their order, unknown ones are not', async () => {
    const [one, other] = [await aPendingMail(), await aPendingMail()];

    const found = await ledger.findMany([one, randomUUID(), other]);

    expect(found.map(({ orderId }) => orderId).sort()).toEqual([one, other].sort());
    expect(await ledger.find(randomUUID())).toBeUndefined();
  });

  test('an empty batch does nothing', async () => {
    expect(await ledger.finish([])).toBe(0);
    await ledger.postpone([]);
    await ledger.queueMails([]);

    expect(await ledger.countPending()).toBe(0);
  });
}
