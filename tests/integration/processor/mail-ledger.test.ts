import { randomUUID } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createSesMailer } from '@orders/processor/mail/ses-mailer';
import type { OrderMail } from '@orders/processor/mail/order-mail';
import { processorIndexes } from '@orders/processor/store/indexes';
import { createMailLedger } from '@orders/processor/mail/mail-ledger';
import { createSendMail } from '@orders/processor/mail/send-mail';
import { createSendOwedMails } from '@orders/processor/mail/send-pending-mails';
import { createTestDatabase, requiredVariable } from '../../support/test-database';
import { mailsFrom } from './processor-system';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let ledger: ReturnType<typeof createMailLedger>;

beforeEach(async () => {
  database = await createTestDatabase('mail_ledger', processorIndexes);
  ledger = createMailLedger(database.mongo);
});
afterEach(() => database.drop());

const aPlacedOrder = () => ({ orderId: randomUUID(), requestId: '$request', traceparent: 'trace' });
const mails = () => database.mongo.collection<{ _id: string; leaseUntil: Date }>('mails');
const stateOf = (orderId: string) => mails().findOne({ _id: orderId });

/** A sender as a process has it, with every order processed; `sent` hears of each mail. */
function aSender(sent: string[], { leaseMs = 60_000, longestSendMs = 5_000 } = {}) {
  const isStopping = () => false;
  return createSendOwedMails({
    ledger,
    orders: {
      find: (ids) =>
        Promise.resolve(
          ids.map((orderId) => ({ orderId, userId: 'buyer', items: [], totalAmount: 0, status: 'Processed' as const })),
        ),
    },
    buyers: { find: () => Promise.resolve([{ userId: 'buyer', name: 'Ada', email: 'ada@example.com' }]) },
    mailerAnswers: () => Promise.resolve(),
    sendMail: createSendMail({
      ledger,
      mailer: {
        send: async (_, { subject }: OrderMail) => {
          await setImmediate();
          sent.push(subject);
          return { outcome: 'sent' };
        },
      },
      pace: { take: () => Promise.resolve(), giveBack: () => undefined, rest: () => undefined },
      report: () => undefined,
      newId: randomUUID,
      chance: Math.random,
      monotonicMs: () => performance.now(),
      wait: (milliseconds) => setTimeout(milliseconds),
      isStopping,
      leaseMs,
      longestSendMs,
    }),
    onEnd: () => undefined,
    isStopping,
    concurrency: 10,
    pageSize: 50,
  });
}

test('two senders on one ledger send no mail twice and leave none', async () => {
  const placed = Array.from({ length: 120 }, aPlacedOrder);
  await ledger.owe(placed);
  const sent: string[] = [];

  await Promise.all([aSender(sent)(), aSender(sent)(), aSender(sent)()]);

  expect(sent).toHaveLength(120);
  expect(new Set(sent).size).toBe(120);
  expect(await ledger.countOwed()).toBe(0);
});

test('a mail that a crashed process had claimed is sent once its lease is over, not before', async () => {
  const placed = aPlacedOrder();
  await ledger.owe([placed]);
  await ledger.claim({ orderId: placed.orderId, claim: 'of the crashed', leaseMs: 60_000 });
  const sent: string[] = [];
  const sendOwedMails = aSender(sent);

  await sendOwedMails();
  expect(sent).toEqual([]);
  await mails().updateOne({ _id: placed.orderId }, { $set: { leaseUntil: new Date(0) } });
  await sendOwedMails();

  expect(sent).toHaveLength(1);
  expect(await stateOf(placed.orderId)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('a mark under a claim that another one took over changes nothing', async () => {
  const { orderId, ...ids } = aPlacedOrder();
  await ledger.owe([{ orderId, ...ids }]);
  await ledger.claim({ orderId, claim: 'late', leaseMs: 0 });
  await ledger.claim({ orderId, claim: 'next', leaseMs: 60_000 });

  expect(await ledger.close([{ orderId, claim: 'late', end: 'rejected' }])).toBe(0);
  await ledger.postpone([{ orderId, claim: 'late', delayMs: 0 }]);

  expect(await stateOf(orderId)).toMatchObject({ state: 'owed', claim: 'next' });
  expect(await ledger.due(10)).toEqual([]);
});

test('a mail that is held is closed by nobody without its claim', async () => {
  const { orderId, ...ids } = aPlacedOrder();
  await ledger.owe([{ orderId, ...ids }]);
  await ledger.claim({ orderId, claim: 'holder', leaseMs: 60_000 });

  expect(await ledger.close([{ orderId, end: 'dropped' }])).toBe(0);
  expect(await stateOf(orderId)).toMatchObject({ state: 'owed', claim: 'holder' });
});

test('owing again resets nothing of a mail that was sent, and keeps the ids of the first time', async () => {
  const placed = aPlacedOrder();
  await ledger.owe([placed]);
  await aSender([])();
  const before = await stateOf(placed.orderId);

  await ledger.owe([{ ...placed, requestId: 'another' }, aPlacedOrder()]);

  expect(before).toMatchObject({ state: 'sent', requestId: '$request' });
  expect(await stateOf(placed.orderId)).toEqual(before);
  expect(await ledger.countOwed()).toBe(1);
});

test('many processors may note the same mails at the same moment', async () => {
  const placed = Array.from({ length: 50 }, aPlacedOrder);

  await Promise.all(Array.from({ length: 8 }, () => ledger.owe(placed)));

  expect(await ledger.countOwed()).toBe(50);
});

test('a finished mail is kept for sixty days, then purged by its index', async () => {
  const placed = aPlacedOrder();
  await ledger.owe([placed]);
  await aSender([])();

  const mail = (await stateOf(placed.orderId)) as unknown as { finishedAt: Date; purgeAt: Date };
  expect(mail.purgeAt.getTime() - mail.finishedAt.getTime()).toBe(60 * 86_400_000);
  const indexes = await database.mongo.collection('mails').indexes();
  expect(indexes).toContainEqual(expect.objectContaining({ key: { purgeAt: 1 }, expireAfterSeconds: 0 }));
});

test('what is due is read through the index of owed mails', async () => {
  await ledger.owe(Array.from({ length: 20 }, aPlacedOrder));
  await aSender([])();
  await ledger.owe([aPlacedOrder()]);

  const plan = await database.mongo
    .collection('mails')
    .find({ state: 'owed', $expr: { $lte: ['$leaseUntil', '$$NOW'] } })
    .sort({ leaseUntil: 1 })
    .explain('executionStats');

  expect(plan).toMatchObject({ executionStats: { totalDocsExamined: 1 } });
});

test('against LocalStack a sender that is not verified, as after its restart, is verified and the mail goes out', async () => {
  const id = randomUUID();
  const sender = `Order Desk <orders-${id}@example.com>`;
  const mailer = createSesMailer({
    region: 'us-east-1',
    endpoint: requiredVariable('AWS_ENDPOINT_URL'),
    sender,
    longestSendMs: 5_000,
  });

  const delivery = await mailer.send('ada@example.com', { subject: `Order ${id}`, text: id, html: id });

  mailer.stop();
  expect(delivery).toEqual({ outcome: 'sent' });
  expect(await mailsFrom(sender)).toHaveLength(1);
});
