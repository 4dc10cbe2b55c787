import { randomUUID } from 'node:crypto';
import { ProcessorService } from '@orders/proto';
import { accountMailCollection } from '@orders/processor/account-mails/account-mail-document';
import { validateStored } from '@orders/shared/collection';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { eventually } from '../../support/eventually';
import type { AccountMail } from './neighbours';
import { placedMessage, startProcessorSystem, type ProcessorSystem } from './processor-system';

let system: ProcessorSystem;

beforeAll(async () => {
  system = await startProcessorSystem({ PUBLIC_URL: 'https://shop.example/' });
}, 60_000);
afterAll(async () => {
  for (const mail of await mails().find().toArray()) await validateStored(accountMailCollection, mail);
  await system.stop();
});

const mails = () => system.mongo.collection(accountMailCollection);
const anAddress = () => `${randomUUID()}@example.com`;

function aMail(userId: string, kind: AccountMail['kind'] = 'ACCOUNT_MAIL_KIND_RESET_PASSWORD'): AccountMail {
  const mail = { mailId: randomUUID(), userId, kind };
  system.neighbours.accounts.mails.push(mail);
  return mail;
}
const untilState = (mailId: string, state: string) =>
  eventually(async () => expect(await mails().findOne({ _id: mailId })).toMatchObject({ state }), 10_000);

test('a mail that auth has recorded is sent once, with a token that the ledger never sees', async () => {
  const address = anAddress();
  const userId = system.neighbours.anAccount(address);
  const { mailId } = aMail(userId);

  await untilState(mailId, 'sent');

  expect(system.neighbours.accounts.mails).toEqual([]);
  const sent = await system.mailsTo(address);
  expect(sent.map(({ Subject }) => Subject)).toEqual(['Reset your password']);
  const link = `https://shop.example/#reset-password?token=token-of-${mailId}`;
  expect(sent[0]!.Body.text_part).toContain(link);
  expect(sent[0]!.Body.html_part).toContain(`"${link}"`);
  const stored = JSON.stringify(await mails().find({ userId }).toArray());
  expect(stored).not.toContain('token-of-');
  expect(stored).not.toContain(address);
});

test('a mail that auth names again, as after a crash before the acknowledgement, is not sent again', async () => {
  const address = anAddress();
  const mail = aMail(system.neighbours.anAccount(address));
  await untilState(mail.mailId, 'sent');

  system.neighbours.accounts.mails.push(mail);
  await eventually(() => expect(system.neighbours.accounts.mails).toEqual([]));
  await eventually(async () => expect(await mails().countDocuments({ state: 'owed' })).toBe(0));

  expect(await system.mailsTo(address)).toHaveLength(1);
});

test('a mail that was replaced meanwhile is dropped with a reason', async () => {
  const address = anAddress();
  const userId = system.neighbours.anAccount(address);
  const mailId = randomUUID();
  system.neighbours.accounts.unwanted.add(mailId);
  system.neighbours.accounts.mails.push({ mailId, userId, kind: 'ACCOUNT_MAIL_KIND_VERIFY_EMAIL' });

  await untilState(mailId, 'dropped');

  expect(await mails().findOne({ _id: mailId })).toMatchObject({ reason: 'used, or replaced by a newer mail' });
  expect(await system.mailsTo(address)).toEqual([]);
});

test('the mails of a user are listed, newest first', async () => {
  const client = createGrpcClient(ProcessorService, system.grpcAddress);
  const userId = system.neighbours.anAccount(anAddress());
  await untilState(aMail(userId, 'ACCOUNT_MAIL_KIND_VERIFY_EMAIL').mailId, 'sent');
  await untilState(aMail(userId, 'ACCOUNT_MAIL_KIND_PASSWORD_CHANGED').mailId, 'sent');

  const listed = await client.unary('ListAccountMails')({ userId }, 5_000);
  client.stop();

  expect(listed.mails).toMatchObject([
    { kind: 'password-changed', state: 'MAIL_STATE_SENT' },
    { kind: 'verify-email', state: 'MAIL_STATE_SENT' },
  ]);
});

test('nothing about an erased account stays, recorded before or after', async () => {
  const address = anAddress();
  const userId = system.neighbours.anAccount(address);
  await untilState(aMail(userId).mailId, 'sent');

  system.neighbours.eraseAccount(userId);
  await eventually(() => expect(system.neighbours.accounts.erasedUserIds).toEqual([]), 10_000);
  expect(await mails().find({ userId }).toArray()).toEqual([]);
  // Another processor had read it from auth before the account was erased.
  aMail(userId);
  await eventually(() => expect(system.neighbours.accounts.mails).toEqual([]), 10_000);
  await eventually(async () => expect(await mails().find({ userId }).toArray()).toEqual([]), 10_000);

  expect(await system.mailsTo(address)).toHaveLength(1);
});

test('the order of an erased user is settled, and its mail dropped with a reason', async () => {
  const orderId = system.neighbours.place();
  system.neighbours.forgetBuyer(orderId);

  await system.send([placedMessage(orderId)]);

  await eventually(async () =>
    expect(await system.ledgerEntry(orderId)).toMatchObject({
      state: 'dropped',
      reason: 'the buyer has no account any more',
    }),
  );
  expect(system.neighbours.statusOf(orderId)).toBe('PROCESSED');
});

test('while auth is away its mails wait there, and are sent when it is back', async () => {
  const address = anAddress();
  const userId = system.neighbours.anAccount(address);
  system.neighbours.goAway();
  const { mailId } = aMail(userId);
  await system.neighbours.comeBack();

  await untilState(mailId, 'sent');
  expect(await system.mailsTo(address)).toHaveLength(1);
});

test('a mail about an account does not wait for the mails of orders', async () => {
  const backlog = Array.from({ length: 500 }, () => ({
    _id: randomUUID(),
    state: 'owed' as const,
    leaseUntil: new Date(),
    attempts: 0,
    owedAt: new Date(),
    requestId: 'backlog',
    traceparent: '',
  }));
  for (const { _id } of backlog)
    system.neighbours.place({ status: 'PROCESSED', reservation: 'COMMITTED', orderId: _id });
  await system.mongo.collection('mails').insertMany(backlog as never[]);
  const address = anAddress();
  const { mailId } = aMail(system.neighbours.anAccount(address));

  await untilState(mailId, 'sent');

  expect(await system.mongo.collection('mails').countDocuments({ state: 'owed' })).toBeGreaterThan(50);
});
