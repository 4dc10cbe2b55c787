import { SESServiceException } from '@aws-sdk/client-ses';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createSesMailer, deliveryOf } from './ses-mailer';

const mail = { subject: 'subject', text: 'text', html: '<p>html</p>' };
const quota = `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult>
  <MaxSendRate>14</MaxSendRate></GetSendQuotaResult></GetSendQuotaResponse>`;

const sent = `<SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult>
  <MessageId>id</MessageId></SendEmailResult></SendEmailResponse>`;

let server: Server;
let asked: string[];
let bodies: string[];
let answer: (action: string, response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  bodies = [];
  server = createServer((request: IncomingMessage, response) => {
    void text(request).then((body) => {
      const action = new URLSearchParams(body).get('Action') ?? '';
      asked.push(action);
      bodies.push(body);
      answer(action, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const aMailer = (settings: { configurationSet?: string } = {}) =>
  createSesMailer({
    ...settings,
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sender: 'orders@example.com',
    longestSendMs: 1_500,
  });
const refuse = (response: ServerResponse, code: string) =>
  response
    .writeHead(400, { 'Content-Type': 'text/xml' })
    .end(`<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`);

test('a send without an answer times out and is not repeated; a harmless request comes first', async () => {
  const mailer = aMailer();
  answer = () => undefined;

  const delivery = await mailer.send('ada@example.com', mail);
  answer = (_, response) => response.end(quota);
  await mailer.check();
  await mailer.check();

  mailer.stop();
  expect(delivery).toMatchObject({ outcome: 'retry', because: 'unavailable' });
  expect(asked).toEqual(['SendEmail', 'GetSendQuota']);
});

test('an internationalized domain is sent in its ASCII form, which is the one that SES takes', async () => {
  const mailer = aMailer();
  answer = (_, response) => response.end(sent);

  await mailer.send('Ada@b\u00fccher.example', mail);

  mailer.stop();
  expect(bodies).toEqual([expect.stringContaining('ToAddresses.member.1=Ada%40xn--bcher-kva.example')]);
});

test('a mail is sent with the configuration set, where there is one', async () => {
  const mailers = [aMailer(), aMailer({ configurationSet: 'shop_mails' })];
  answer = (_, response) => response.end(sent);

  for (const mailer of mailers) {
    await mailer.send('ada@example.com', mail);
    mailer.stop();
  }

  const sets = bodies.map((body) => new URLSearchParams(body).get('ConfigurationSetName'));
  expect(sets).toEqual([null, 'shop_mails']);
});

test('while SES does not answer the harmless request nothing more may be sent', async () => {
  const mailer = aMailer();
  answer = (_, response) => response.destroy();
  await mailer.send('ada@example.com', mail);

  await expect(mailer.check()).rejects.toThrow();
  await expect(mailer.check()).rejects.toThrow();

  mailer.stop();
  expect(asked).toEqual(['SendEmail', 'GetSendQuota', 'GetSendQuota']);
});

test('a refused mail leaves no doubt that SES is available', async () => {
  const mailer = aMailer();
  answer = (_, response) => refuse(response, 'InvalidParameterValue');

  const delivery = await mailer.send('ada@example.com', mail);
  await mailer.check();

  mailer.stop();
  expect(delivery).toEqual({ outcome: 'rejected', reason: 'InvalidParameterValue: no' });
  expect(asked).toEqual(['SendEmail']);
});

test('the quota is what the account may send', async () => {
  const mailer = aMailer();
  answer = (_, response) => response.end(quota);

  expect(await mailer.readQuota()).toBe(14);
  mailer.stop();
});

const sesError = (name: string, message: string, fault: 'client' | 'server' = 'client') =>
  new SESServiceException({ name, message, $fault: fault, $metadata: {} });

const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

test.each([
  ['a message with a virus', sesError('MessageRejected', 'Virus detected')],
  ['an invalid address', sesError('InvalidParameterValue', 'Missing domain')],
])('%s is refused for good', (_, error) => {
  expect(deliveryOf(error)).toEqual({ outcome: 'rejected', reason: `${error.name}: ${error.message}` });
});

test.each([
  ['not allowed', sesError('MessageRejected', 'Email address is not verified.')],
  ['not allowed', sesError('MailFromDomainNotVerifiedException', '')],
  ['not allowed', sesError('AccountSendingPausedException', '')],
  ['not allowed', sesError('ExpiredToken', '')],
  ['throttled', sesError('Throttling', 'Maximum sending rate exceeded.')],
  ['unavailable', sesError('InternalFailure', '', 'server')],
  ['unavailable', refused],
])('with the error "%s" the mail is sent later', (because, error) => {
  expect(deliveryOf(error)).toMatchObject({ outcome: 'retry', because });
});
