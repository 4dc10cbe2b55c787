import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createSesMailer } from './ses-mailer';

const mail = { subject: 'subject', text: 'text', html: '<p>html</p>' };
const quota = `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult>
  <MaxSendRate>14</MaxSendRate></GetSendQuotaResult></GetSendQuotaResponse>`;

let server: Server;
let asked: string[];
let answer: (action: string, response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  server = createServer((request: IncomingMessage, response) => {
    void text(request).then((body) => {
      const action = new URLSearchParams(body).get('Action') ?? '';
      asked.push(action);
      answer(action, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const aMailer = () =>
  createSesMailer({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sender: 'orders@example.com',
    longestSendMs: 1_500,
  });
const refuse = (response: ServerResponse, code: string) =>
  response
    .writeHead(400, { 'Content-Type': 'text/xml' })
    .end(`<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`);

test('a send without an answer is given up in time and not repeated; SES is asked something harmless first', async () => {
  const mailer = aMailer();
  answer = () => undefined;

  const delivery = await mailer.send('ada@example.com', mail);
  answer = (_, response) => response.end(quota);
  await mailer.answers();
  await mailer.answers();

  mailer.stop();
  expect(delivery).toMatchObject({ outcome: 'later', because: 'away' });
  expect(asked).toEqual(['SendEmail', 'GetSendQuota']);
});

test('while SES does not answer the harmless question nothing more may be sent', async () => {
  const mailer = aMailer();
  answer = (_, response) => response.destroy();
  await mailer.send('ada@example.com', mail);

  await expect(mailer.answers()).rejects.toThrow();
  await expect(mailer.answers()).rejects.toThrow();

  mailer.stop();
  expect(asked).toEqual(['SendEmail', 'GetSendQuota', 'GetSendQuota']);
});

test('what is refused for good leaves no doubt about SES', async () => {
  const mailer = aMailer();
  answer = (_, response) => refuse(response, 'InvalidParameterValue');

  const delivery = await mailer.send('ada@example.com', mail);
  await mailer.answers();

  mailer.stop();
  expect(delivery).toEqual({ outcome: 'rejected', reason: 'InvalidParameterValue: no' });
  expect(asked).toEqual(['SendEmail']);
});

test('the rate is what the account may send', async () => {
  const mailer = aMailer();
  answer = (_, response) => response.end(quota);

  expect(await mailer.readRate()).toBe(14);
  mailer.stop();
});
