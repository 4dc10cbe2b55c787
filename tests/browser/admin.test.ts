import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '../support/eventually';
import { inBrowser } from './in-browser';
import { problemsOf, takePicture } from './look-at';

const products = [
  { productId: 'prod1', name: 'Shirt', stock: 1_000, price: 1_999, description: 'A plain shirt of heavy cotton.' },
  { productId: 'prod2', name: 'Jeans', stock: 5, price: 5_990 },
];

inBrowser('administration', products, (hands) => {
  const { fixture, button, link, heading, fill, signInAsAdmin, see } = hands;
  const tab = (name: string) => fixture.page.getByRole('navigation', { name: 'Administration' }).getByText(name);
  const openAdmin = async () => {
    await signInAsAdmin();
    await link('Admin').click();
    await heading('Overview').waitFor();
  };
  const openProduct = async (name: string) => {
    await openAdmin();
    await tab('Products').click();
    await link(name).click();
    await heading(name).waitFor();
  };
  const productOf = async (productId: string) => {
    const { token } = await fixture.shop.admin();
    const { body } = await fixture.shop.rest(`/api/products/${productId}`, { token });
    return body.product as { name: string; price: object; archived: boolean; description: string };
  };

  test('only admins see it', async () => {
    await hands.signUp();
    expect(await link('Admin').count()).toBe(0);
    await fixture.page.goto('/#/admin');
    await heading('Page not found').waitFor();
  });

  test('the overview shows the queue and the latest orders, one of them with its story', async () => {
    const { page, shop } = fixture;
    const user = await shop.aUser();
    const placed = await shop.place(user, [{ productId: 'prod1', quantity: 2 }]);
    const { orderId } = await shop.untilFinal(user, placed.body.order.orderId as string);
    await openAdmin();
    await page.locator('.figures dd').first().waitFor();
    await link(orderId.slice(0, 8)).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await takePicture(page, 'admin');

    await link(orderId.slice(0, 8)).click();
    await see('Mail sent');
    expect(await page.locator('.timeline strong').allTextContents()).toEqual(
      expect.arrayContaining(['Stock reserved', 'Placed', 'Stock committed', 'Processed', 'Mail sent']),
    );
    expect(await problemsOf(page)).toEqual([]);
    await takePicture(page, 'admin-story');

    await tab('Orders').click();
    await heading('Orders').waitFor();
    await page.getByRole('searchbox').fill(user.userId);
    await link(orderId.slice(0, 8)).waitFor();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Failed');
    await see('No order matches.');
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Status' }).selectOption('');
    await page.getByRole('searchbox').fill('nobody@example.org');
    await see('No order matches.');
    await page.getByRole('searchbox').fill(user.email);
    await link(orderId.slice(0, 8)).waitFor();
    await page.getByRole('searchbox').fill(orderId.slice(0, 9));
    await link(orderId.slice(0, 8)).waitFor();
    await page.getByRole('searchbox').fill(orderId);
    await see('Its story');
  });

  test('a product is added, changed, archived and put back', async () => {
    const { page } = fixture;
    await openAdmin();
    await tab('Products').click();
    await see('prod1');
    expect(await problemsOf(page)).toEqual([]);
    await takePicture(page, 'admin-products');
    await link('New product').click();
    expect(await problemsOf(page)).toEqual([]);
    await fill('Product id', 'beret');
    await fill('Name', 'Beret');
    await fill('Price in EUR', '24.999');
    await fill('Stock', '3');
    await button('Add it to the shop').click();
    await see('Price must be an amount such as 19.99.');
    await fill('Price in EUR', '24.90');
    await button('Add it to the shop').click();
    await heading('Beret').waitFor();
    await see('What the shop shows');
    expect(await problemsOf(page)).toEqual([]);

    await fill('Description', 'Of wool.');
    await fill('Price in EUR', '22');
    await button('Save').click();
    await see('Saved.');
    expect(await productOf('beret')).toMatchObject({
      price: { amount: 2_200, currency: 'EUR' },
      description: 'Of wool.',
    });

    await button('Archive it').click();
    await button('Put it back').waitFor();
    expect((await fixture.shop.rest('/api/products/beret')).status).toBe(404);
    await button('Put it back').click();
    await button('Archive it').waitFor();
    expect(await productOf('beret')).toMatchObject({ archived: false });
  });

  test('what another admin has changed is not overwritten, a changed stock is no obstacle', async () => {
    const { shop } = fixture;
    const { token } = await shop.admin();
    await openProduct('Shirt');
    await shop.rest('/api/products/prod1/restock', { token, body: { quantity: 1 } });
    await fill('Name', 'Linen shirt');
    await button('Save').click();
    await see('Saved.');

    await shop.rest('/api/products/prod1', { method: 'PATCH', token, body: { price: 2_500 } });
    await fill('Name', 'Silk shirt');
    await button('Save').click();
    await see('Someone else has changed this meanwhile.');
    expect(await productOf('prod1')).toMatchObject({ name: 'Linen shirt', price: { amount: 2_500 } });
    await button('Load what it is now').click();
    await eventually(async () => expect(await fixture.page.getByLabel('Price in EUR').inputValue()).toBe('25.00'));
  });

  test('a lost answer does not restock twice', async () => {
    const { page, shop } = fixture;
    const before = await shop.stockOf('prod2');
    await openProduct('Jeans');
    let answers = 0;
    await page.route('**/restock', async (route) => {
      const response = await route.fetch();
      answers += 1;
      await (answers === 1 ? route.abort() : route.fulfill({ response }));
    });
    await fill('Units to add', '7');
    await button('Restock').click();
    await see('The server cannot be reached.');
    await button('Restock').click();

    await see(`${before + 7} in stock now.`);
    expect(await shop.stockOf('prod2')).toBe(before + 7);
  });

  test('products are imported from a file, and what is refused is named by its line', async () => {
    const { page } = fixture;
    await openAdmin();
    await tab('Products').click();
    await link('Import a file').click();
    await heading('Import products').waitFor();
    const lines = [
      '{"productId": "mug", "name": "Mug", "stock": 12, "price": 900}',
      '{"productId": "cup", "name": "Cup", "stock": 12, "price": 9.5}',
    ];
    const buffer = Buffer.from(lines.join('\n'));
    await page.getByLabel('File').setInputFiles({ name: 'products.ndjson', mimeType: 'application/x-ndjson', buffer });
    await button('Import').click();

    await see('Line 2');
    expect(await page.locator('.figures dd').allTextContents()).toEqual(['1', '0', '0', '1']);
    expect(await productOf('mug')).toMatchObject({ name: 'Mug' });
    expect(await problemsOf(page)).toEqual([]);
  });

  test('a webhook is added, tested and deleted', async () => {
    const { page } = fixture;
    const receiver = createServer((_request, response) => response.writeHead(204).end());
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    try {
      await openAdmin();
      await tab('Webhooks').click();
      await heading('Webhooks').waitFor();
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/orders`;
      await fill('Address', url);
      await page.getByLabel('order.processed').check();
      await button('Add it').click();
      await see('Keep this secret now');
      expect(await page.locator('.notice code').textContent()).toMatch(/^whsec_/);
      expect(await problemsOf(page)).toEqual([]);

      await link(url).click();
      await button('Send a test event').click();
      await see('1 attempt, answered 204');
      expect(await problemsOf(page)).toEqual([]);
      await takePicture(page, 'admin-webhook');

      await button('Delete …').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
      await see('None yet.');
    } finally {
      receiver.close();
    }
  });

  test('the audit log tells who changed what', async () => {
    await openAdmin();
    await tab('Audit log').click();
    await see('product.');
    await fixture.page.locator('summary').first().click();
    expect(await problemsOf(fixture.page)).toEqual([]);
    await takePicture(fixture.page, 'admin-audit-log');
  });
});
