import { accountMailCollection } from '@orders/processor/account-mails/account-mail-document';
import { createAccountMailLedger } from '@orders/processor/account-mails/account-mail-ledger';
import { createSendAccountMails } from '@orders/processor/account-mails/send-account-mails';
import { validateStored } from '@orders/shared/collection';
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const pageSize = 3;
const [ada, bob, eve] = ['a'.repeat(24), 'b'.repeat(24), 'e'.repeat(24)];

let database: TestDatabase;
let ledger: ReturnType<typeof createAccountMailLedger>;

beforeEach(async () => {
  database = await createTestDatabase('account_mail_turns', [accountMailCollection]);
  ledger = createAccountMailLedger(database.mongo);
});
afterEach(() => database.drop());

const dueMails = async () => (await ledger.dueMails(10)).map(({ mail }) => mail);

const record = (userId: string, count: number) =>
  ledger.recordPendingMails(
    Array.from({ length: count }, () => ({ mailId: randomUUID(), userId, kind: 'reset-password' as const })),
  );

/** Sends all that is due, one at a time; whose mails went out, in this order. */
async function sendAll(): Promise<string[]> {
  const sent: string[] = [];
  const send = createSendAccountMails({
    ledger,
    accounts: {
      issueMail: ({ userId }) =>
        Promise.resolve({ recipient: { name: 'Ada', email: `${userId}@example.org` }, token: 't', erased: false }),
    },
    mailer: {
      send: (to) => {
        sent.push(to.split('@')[0]!);
        return Promise.resolve({ outcome: 'sent' as const });
      },
    },
    pace: { take: () => Promise.resolve(), giveBack: () => undefined, pause: () => undefined },
    checkMailer: () => Promise.resolve(),
    onDelivery: () => undefined,
    publicUrl: 'https://shop.example',
    newId: randomUUID,
    leaseMs: 60_000,
    longestSendMs: 5_000,
    monotonicMs: () => performance.now(),
    random: () => 0,
    wait: () => Promise.resolve(),
    isStopping: () => false,
    concurrency: 1,
    pageSize,
  });
  await send();
  return sent;
}

test('the many mails of one user do not hold up those of others', async () => {
  await record(ada, 10);
  await record(bob, 1);
  await record(eve, 2);

  const sent = await sendAll();

  expect(sent).toHaveLength(13);
  expect(new Set(sent.slice(0, 3))).toEqual(new Set([ada, bob, eve]));
  expect(new Set(sent.slice(3, 5))).toEqual(new Set([ada, eve]));
  const stored = await database.mongo.collection(accountMailCollection).find().toArray();
  for (const mail of stored) await validateStored(accountMailCollection, mail);
  expect(stored.map(({ state, turn }) => [state, turn])).toEqual(Array(13).fill(['sent', undefined]));
});

test('a queued mail keeps its turn when it is queued again, and one that comes later joins the turn that all are at', async () => {
  await record(ada, 4);
  const mails = await dueMails();
  await ledger.queueMails(mails);
  await ledger.queueMails(mails.toReversed());
  await record(bob, 1);
  await ledger.queueMails((await dueMails()).slice(0, 1));

  const queued = await dueMails();

  expect(queued.filter(({ userId }) => userId === ada)).toEqual(mails);
  expect(queued.findIndex(({ userId }) => userId === bob)).toBeLessThan(2);
});
