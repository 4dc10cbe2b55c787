import { randomUUID } from 'node:crypto';
import { mailsOf } from '../support/mails';
import { password } from '../support/shop';
import { inBrowser } from './in-browser';
import { problemsOf, takePicture } from './look-at';

const products = [
  { productId: 'prod1', name: 'Shirt', stock: 1_000, price: 1_999 },
  { productId: 'prod2', name: 'Jeans', stock: 500, price: 5_990 },
];

inBrowser('orders', products, (hands) => {
  const { fixture, button, link, heading, signUp, take, order, see, statusIs, orderIdShown } = hands;

  test('a new user signs up, orders and sees the confirmation mail', async () => {
    const { page, shop } = fixture;
    const email = await signUp();
    await take('Shirt', 2);
    await take('Jeans');
    await order();

    await heading('Your order is confirmed').waitFor();
    await statusIs('Processed');
    await heading('The mail').waitFor();
    await see('The confirmation was sent');

    const mails = await mailsOf(shop.layout, orderIdShown());
    expect(mails.map(({ Destination }) => Destination.ToAddresses)).toEqual([[email]]);
    expect(await page.locator('.mail').textContent()).toContain(mails[0]!.Subject);
    expect(await page.locator('.timeline strong').allTextContents()).toEqual(['Placed', 'Confirmed', 'Mailed']);
    expect(await page.locator('.total .number').textContent()).toBe('€99.88');
    expect(await problemsOf(page)).toEqual([]);
    await takePicture(page, 'order');
    await takePicture(page, 'order-phone', { phone: true, dark: true });

    await link('Orders').click();
    await page.getByRole('cell', { name: 'Processed' }).waitFor();
    await page.getByRole('cell', { name: '€99.88' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });

  test('an order links to its trace', async () => {
    const { page } = fixture;
    await signUp();
    await take('Shirt');
    const [request] = await Promise.all([page.waitForRequest(/\/api\/order$/), order()]);
    const [, traceId] = (await request.headerValue('traceparent'))!.split('-');

    const address = await link('Open the trace').getAttribute('href');

    expect(address).toBe(`https://traces.example/trace/${traceId}`);
  });

  test('older orders are a page away', async () => {
    const { page, shop } = fixture;
    const user = await shop.aUser();
    for (let count = 0; count < 21; count += 1) await shop.place(user, [{ productId: 'prod1', quantity: 1 }]);
    await hands.signIn(user.email);
    await link('Orders').click();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(20);

    await button('Older orders').click();

    await page.locator('tbody tr').nth(20).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(21);
  });

  test('an unknown address says so and links to the shop', async () => {
    await fixture.page.goto('/#/nowhere');
    await heading('Page not found').waitFor();
    expect(await problemsOf(fixture.page)).toEqual([]);

    await link('Go to the shop').click();

    await heading('The shop').waitFor();
  });

  test('cancelling a pending order releases its stock', async () => {
    const { page, shop, system } = fixture;
    await system.terminate('processor');
    try {
      await signUp();
      const before = await shop.stockOf('prod2');
      await take('Jeans', 2);
      await order();
      await heading('Your order is placed').waitFor();
      await statusIs('Pending');
      await page.getByText('Live', { exact: true }).waitFor();
      expect(await problemsOf(page)).toEqual([]);
      await takePicture(page, 'order-pending');

      // The stream may report the status before the stock is released; the answer comes after.
      await Promise.all([page.waitForResponse(/\/cancel$/), button('Cancel this order').click()]);

      await heading('Your order is cancelled').waitFor();
      await statusIs('Cancelled');
      expect(await page.title()).toBe('Your order is cancelled · Order placing');
      expect(await page.getByText('Live', { exact: true }).count()).toBe(0);
      expect(await shop.stockOf('prod2')).toBe(before);
    } finally {
      await system.start('processor');
    }
  });

  test('the view of an order follows its status', async () => {
    await fixture.system.terminate('processor');
    await signUp();
    await take('Shirt');
    await order();
    await statusIs('Pending');

    await fixture.system.start('processor');

    await statusIs('Processed');
    await heading('Your order is confirmed').waitFor();
  });

  test('a lost answer does not make a second order', async () => {
    const { page } = fixture;
    await signUp();
    let answers = 0;
    await page.route('**/api/order', async (route) => {
      const response = await route.fetch();
      answers += 1;
      await (answers === 1 ? route.abort() : route.fulfill({ response }));
    });
    await take('Shirt');
    await order();
    await heading(/^Your order is/).waitFor();

    await link('Orders').click();
    await page.locator('tbody tr').first().waitFor();
    expect(answers).toBe(2);
    expect(await page.locator('tbody tr').count()).toBe(1);
  });

  test('the keyboard alone is enough to place an order', async () => {
    const { page } = fixture;
    await page.goto('/#/sign-up');
    await heading('Create an account').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    const tabTo = async (name: string) => {
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(
          'document.activeElement.labels?.[0]?.textContent ?? document.activeElement.ariaLabel ?? document.activeElement.textContent',
        );
        if (String(focused).trim() === name) return;
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };

    for (const [label, text] of [
      ['Name', 'Ada'],
      ['E-mail', `keys-${randomUUID()}@example.org`],
      ['Password', password],
    ] as const) {
      await tabTo(label);
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
    await heading('The shop').waitFor();
    await tabTo('Add to basket: Shirt');
    // The second press goes to the button that took the place of the first.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await tabTo('Place order');
    await page.keyboard.press('Enter');

    await statusIs('Processed');
    await see('2 × €19.99');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  });
});
