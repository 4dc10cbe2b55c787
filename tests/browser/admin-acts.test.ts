import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { createSqsClient, deadLetterQueueUrlOf } from '@orders/shared/sqs';
import { createStrandedOrders } from '../support/stranded-orders';
import { requiredVariable } from '../support/test-database';
import { inBrowser } from './in-browser';
import { problemsOf, takePicture } from './look-at';

const sqs = createSqsClient({ region: 'us-east-1', endpoint: requiredVariable('AWS_ENDPOINT_URL') });
afterAll(() => sqs.destroy());

inBrowser('what admins do about orders and dead letters', [], (hands) => {
  const { fixture, button, link, heading, fill, signInAsAdmin, see } = hands;
  const stranded = createStrandedOrders(fixture, sqs);
  const inDialog = (name: string) => fixture.page.getByRole('dialog').getByRole('button', { name, exact: true });
  const open = async (section: string) => {
    await signInAsAdmin();
    await link('Admin').click();
    await fixture.page.getByRole('navigation', { name: 'Administration' }).getByText(section).click();
    await heading(section).waitFor();
  };

  test('dead letters are listed with their reason, redriven and discarded', async () => {
    const { page, system } = fixture;
    await open('Dead letters');
    await see('None. Every message was processed.');
    expect(await problemsOf(page)).toEqual([]);

    const QueueUrl = deadLetterQueueUrlOf(system.layout.queueUrl);
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'no message at all' }));
    await see('No readable order');
    await button('Redrive all').click();
    await see('1 sent to the queue again.');
    // It fails again, and comes back with its reason.
    await see('order.placed');
    expect(await problemsOf(page)).toEqual([]);
    await takePicture(page, 'admin-dead-letters');

    await page.getByRole('button', { name: /^Discard / }).click();
    expect(await problemsOf(page)).toEqual([]);
    await inDialog('Discard').click();
    await see('None. Every message was processed.');
  });

  test('an order that is stuck is found and given up', async () => {
    const { page, shop } = fixture;
    await stranded.begin();
    const { buyer, orderId, productId } = await stranded.anOrder();
    await open('Orders');
    await page.getByRole('searchbox').fill(buyer.email);
    await link(orderId.slice(0, 8)).click();
    await see('Its story');
    await button('Give up …').click();
    expect(await problemsOf(page)).toEqual([]);
    await fill('Reason', 'the parcel is lost');
    await inDialog('Give up').click();

    await see('the parcel is lost');
    await see('Stock released');
    await button('Give up …').waitFor({ state: 'hidden' });
    expect(await shop.orderOf(buyer, orderId)).toMatchObject({ status: 'Failed', reason: 'the parcel is lost' });
    expect(await shop.stockOf(productId)).toBe(5);
  });
});
