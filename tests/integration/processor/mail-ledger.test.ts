import { randomUUID } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { processorCollections } from '@orders/processor/collections';
import { mailCollection } from '@orders/processor/mail/mail-document';
import { createMailLedger, inTurn, isPendingAndDue, type MailLedger } from '@orders/processor/mail/mail-ledger';
import type { OrderMail } from '@orders/processor/mail/order-mail';
import { createSendMail } from '@orders/processor/mail/send-mail';
import { createSendPendingMails } from '@orders/processor/mail/send-pending-mails';
import { createSesMailer } from '@orders/processor/mail/ses-mailer';
import { validateStored } from '@orders/shared/collection';
import { aPlacedOrder, specifyMailLedger } from '../../specifications/mail-ledger';
import { plansOf } from '../../support/query-plans';
import { createTestDatabase, requiredVariable, type TestDatabase } from '../../support/test-database';
import { mailsFrom } from './processor-system';

let database: TestDatabase;
let ledger: MailLedger;
const dueIds = async () => (await ledger.dueMails(10)).map(({ mail }) => mail.orderId);

beforeEach(async () => {
  database = await createTestDatabase('mail_ledger', processorCollections);
  ledger = createMailLedger(database.mongo);
});
afterEach(async () => {
  for (const mail of await mails().find().toArray()) await validateStored(mailCollection, mail);
  await database.drop();
});

const mails = () => database.mongo.collection(mailCollection);
const storedMail = (orderId: string) => mails().findOne({ _id: orderId });

specifyMailLedger(() => ledger);

/** A sender as a process has it, with every order processed; each mail is added to `sent`. */
function aSender(
  sent: string[],
  { leaseMs = 60_000, longestSendMs = 5_000, userOf = (_: string): string => 'buyer', most = Infinity } = {},
) {
  const isStopping = () => sent.length >= most;
  return createSendPendingMails({
    ledger,
    orders: {
      find: (ids) =>
        Promise.resolve(
          ids.map((orderId) => ({
            orderId,
            userId: userOf(orderId),
            items: [],
            totalAmount: 0,
            status: 'Processed' as const,
          })),
        ),
    },
    buyers: {
      find: (ids) => Promise.resolve(ids.map((userId) => ({ userId, name: 'Ada', email: 'ada@example.com' }))),
    },
    checkMailer: () => Promise.resolve(),
    sendMail: createSendMail({
      ledger,
      mailer: {
        send: async (_, { subject }: OrderMail) => {
          await setImmediate();
          sent.push(subject);
          return { outcome: 'sent' };
        },
      },
      pace: { take: () => Promise.resolve(), giveBack: () => undefined, pause: () => undefined },
      onDelivery: () => undefined,
      newId: randomUUID,
      random: Math.random,
      monotonicMs: () => performance.now(),
      wait: (milliseconds) => setTimeout(milliseconds),
      isStopping,
      leaseMs,
      longestSendMs,
    }),
    onUnsent: () => undefined,
    isStopping,
    concurrency: 10,
    pageSize: 50,
  });
}

test('two senders on one ledger send no mail twice and leave none', async () => {
  const placed = Array.from({ length: 120 }, aPlacedOrder);
  await ledger.recordPendingMails(placed);
  const sent: string[] = [];

  await Promise.all([aSender(sent)(), aSender(sent)(), aSender(sent)()]);

  expect(sent).toHaveLength(120);
  expect(new Set(sent).size).toBe(120);
  expect(await ledger.countPending()).toBe(0);
});

test('a mail that a crashed process had claimed is sent once its lease is over, not before', async () => {
  const placed = aPlacedOrder();
  await ledger.recordPendingMails([placed]);
  await ledger.claim({ orderId: placed.orderId, claim: 'of the crashed', leaseMs: 60_000 });
  const sent: string[] = [];
  const sendPendingMails = aSender(sent);

  await sendPendingMails();
  expect(sent).toEqual([]);
  await mails().updateOne({ _id: placed.orderId }, { $set: { leaseUntil: new Date(0) } });
  await sendPendingMails();

  expect(sent).toHaveLength(1);
  expect(await storedMail(placed.orderId)).toMatchObject({ state: 'sent', attempts: 2 });
});

test('many processors may record the same mails at the same moment', async () => {
  const placed = Array.from({ length: 50 }, aPlacedOrder);

  await Promise.all(Array.from({ length: 8 }, () => ledger.recordPendingMails(placed)));

  expect(await ledger.countPending()).toBe(50);
});

test('a finished mail is kept for sixty days, then deleted by its index', async () => {
  const placed = aPlacedOrder();
  await ledger.recordPendingMails([placed]);
  await aSender([])();

  const mail = await storedMail(placed.orderId);
  expect(mail!.purgeAt!.getTime() - mail!.finishedAt!.getTime()).toBe(60 * 86_400_000);
  const indexes = await mails().indexes();
  expect(indexes).toContainEqual(expect.objectContaining({ key: { purgeAt: 1 }, expireAfterSeconds: 0 }));
});

test('the thousands of mails of one user delay nobody: one of another goes out with the first', async () => {
  const hers = Array.from({ length: 5_000 }, aPlacedOrder);
  await ledger.recordPendingMails(hers);
  const his = aPlacedOrder();
  await ledger.recordPendingMails([his]);
  const sent: string[] = [];

  await aSender(sent, { userOf: (orderId) => (orderId === his.orderId ? 'bob' : 'ada'), most: 60 })();

  const at = sent.findIndex((subject) => subject.includes(his.orderId));
  expect(at).toBeGreaterThanOrEqual(0);
  expect(at).toBeLessThan(10);
  // Nor does one that comes while they are sent: it is in the next page.
  const late = aPlacedOrder();
  await ledger.recordPendingMails([late]);
  const sentNext: string[] = [];
  await aSender(sentNext, { userOf: (orderId) => (orderId === late.orderId ? 'eve' : 'ada'), most: 50 })();
  expect(sentNext.findIndex((subject) => subject.includes(late.orderId))).toBeLessThan(10);
  expect(sentNext.findIndex((subject) => subject.includes(late.orderId))).toBeGreaterThanOrEqual(0);
}, 60_000);

test('whoever comes later shares the turns of those who wait, and is not before them', async () => {
  const [hers, his] = [20, 20].map((count) => Array.from({ length: count }, aPlacedOrder));
  const queueFor = async (userId: string, placed = hers!) => {
    await ledger.recordPendingMails(placed);
    await ledger.queueMails(placed.map(({ orderId }) => ({ orderId, userId })));
  };
  await queueFor('ada');
  await ledger.finish((await dueIds()).map((orderId) => ({ orderId, outcome: 'dropped' })));
  await queueFor('bob', his);

  const next = await dueIds();

  expect(hers!.filter(({ orderId }) => next.includes(orderId))).toHaveLength(5);
});

test('what a page of mails costs does not grow with the backlog', async () => {
  const examined: number[] = [];
  for (const more of [300, 3_000]) {
    const placed = Array.from({ length: more }, aPlacedOrder);
    await ledger.recordPendingMails(placed);
    await ledger.queueMails(placed.map(({ orderId }, index) => ({ orderId, userId: `user ${String(index % 3)}` })));
    const arrived = aPlacedOrder();
    await ledger.recordPendingMails([arrived]);
    const plans = await plansOf(database, async () => {
      await ledger.dueMails(20);
      await ledger.queueMails([{ orderId: arrived.orderId, userId: 'user 1' }]);
      await ledger.dueMails(20);
    });
    examined.push(plans.reduce((sum, { docsExamined }) => sum + docsExamined, 0));
  }

  // The page itself, and a look at each end of the queue.
  expect(examined.map((documents) => documents < 60)).toEqual([true, true]);
}, 60_000);

test('due mails are read through the index of pending mails', async () => {
  await ledger.recordPendingMails(Array.from({ length: 20 }, aPlacedOrder));
  await aSender([])();
  await ledger.recordPendingMails([aPlacedOrder()]);

  const plan = await mails().find(isPendingAndDue).sort(inTurn).explain('executionStats');

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
