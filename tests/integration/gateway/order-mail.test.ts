import { DomainError, unavailable } from '@orders/shared/errors';
import { toTimestamp } from '@orders/shared/timestamp';
import { sendRequest } from '../../support/request';
import { aGateway, type TestGateway } from './a-gateway';
import { anOrder, orderId } from './an-order';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await aGateway();
});
beforeEach(() => {
  gateway.fakes.order = { GetOrder: (own) => ({ order: anOrder(own) }) };
  gateway.fakes.processor = {};
});

const read = () => sendRequest(gateway.url, `/api/order/${orderId}/mail`, { token: gateway.keySet.userToken() });

test('buyers see from the ledger whether their confirmation was sent', async () => {
  const finishedAt = new Date('2026-11-30T09:15:02.871Z');
  gateway.fakes.processor.GetMail = () => ({
    mail: {
      orderId,
      state: 'MAIL_STATE_SENT',
      attempts: 1,
      finishedAt: toTimestamp(finishedAt),
      traceId: 'a1'.repeat(16),
    },
  });

  const answer = await read();

  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ success: true, mail: { state: 'sent', finishedAt: finishedAt.toISOString() } });
});

test('an order that is not being settled yet has no mail', async () => {
  gateway.fakes.processor.GetMail = () => ({});

  expect((await read()).body).toEqual({ success: true, mail: null });
});

test("the mail of another user's order is not shown", async () => {
  gateway.fakes.order.GetOrder = () =>
    Promise.reject(new DomainError('NOT_FOUND', { code: 'ORDER_NOT_FOUND', message: 'no such order' }));
  gateway.fakes.processor.GetMail = () => {
    throw new Error('the ledger was asked');
  };

  expect(await read()).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_FOUND' } });
});

test('while the processor is unavailable nobody knows', async () => {
  gateway.fakes.processor.GetMail = () => Promise.reject(unavailable('it is unavailable'));

  expect(await read()).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
});
