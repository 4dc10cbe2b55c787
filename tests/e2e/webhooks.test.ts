import { mailsTo } from '../support/account-mails';
import { eventually } from '../support/eventually';
import { sharedSystem } from '../support/shared-system';
import { createShop } from '../support/shop';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';

const shop = createShop(sharedSystem());
const { layout, rest } = shop;

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startWebhookReceiver();
});
afterAll(() => receiver.stop());

test('admins are mailed about a webhook whose receiver is gone, buyers are not', async () => {
  const [buyer, admin] = [await shop.aUser(), await shop.admin()];
  const asAdmin = (path: string, body?: object) =>
    rest(`/api/admin/webhooks${path}`, { token: admin.token, ...(body && { method: 'POST', body }) });
  receiver.respond((_, response) => void response.writeHead(410).end());
  const { id } = (await asAdmin('', { url: receiver.url, events: ['order.failed'] })).body.webhook as { id: string };

  expect((await asAdmin(`/${id}/test`, {})).status).toBe(202);

  await eventually(
    async () => expect((await asAdmin(`/${id}`)).body.webhook).toMatchObject({ enabled: false }),
    20_000,
  );
  const aboutIt = async (address: string) =>
    (await mailsTo(layout, address, 'A webhook was disabled')).filter(({ Body }) => Body.text_part.includes(id));
  await eventually(async () => expect(await aboutIt(admin.email)).toHaveLength(1), 30_000);
  expect(await aboutIt(buyer.email)).toEqual([]);
}, 60_000);
