import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { mailsOf } from '../support/mails';
import { createShop, password, type Shop } from '../support/shop';
import { startSystem, type System } from '../support/system';
import { findChromium, startChromium } from './chromium';
import { problemsOf, takePicture } from './look-at';

const executable = findChromium();
const isSkipped = executable === undefined && process.env['CI'] === undefined;
if (isSkipped) process.stderr.write('SKIPPED: the page is not tested: no Chromium on PATH or at CHROMIUM_PATH.\n');
const inBrowser = isSkipped ? describe.skip : describe;

// Each run of axe on a view takes seconds on a busy machine.
jest.setTimeout(90_000);

inBrowser('the page in a browser', () => {
  let system: System | undefined;
  let shop: Shop;
  let browser: Browser | undefined;
  let context: BrowserContext;
  let page: Page;
  let pageErrors: string[];

  beforeAll(async () => {
    if (executable === undefined) throw new Error('no Chromium on PATH or at CHROMIUM_PATH');
    [system, browser] = await Promise.all([
      startSystem({ env: { TRACE_VIEWER_URL: 'https://traces.example/trace/{traceId}' } }),
      startChromium(executable),
    ]);
    shop = createShop(system.layout);
    await addProducts([
      ['prod1', 'Shirt', 1_000],
      ['prod2', 'Jeans', 5],
      ['prod3', 'Sunglasses', 0],
    ]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  }, 60_000);

  beforeEach(async () => {
    context = await browser!.newContext({ baseURL: shop.urls[0]!, locale: 'en-GB', timezoneId: 'UTC' });
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
    pageErrors = [];
    // The console reports what breaks the content security policy, and scripts that fail.
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) pageErrors.push(message.text());
    });
    page.on('pageerror', ({ message }) => pageErrors.push(message));
  });
  afterEach(async () => {
    await context.close();
    expect(pageErrors).toEqual([]);
  });

  async function addProducts(products: [string, string, number][]): Promise<void> {
    const { token } = await shop.admin();
    for (const [productId, name, stock] of products) {
      await shop.rest('/api/products', { token, body: { productId, name, stock } });
    }
  }

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });
  const statusIs = (status: string) => page.locator('.now .status').getByText(status, { exact: true }).waitFor();
  const orderIdShown = () => page.url().split('/').at(-1)!;

  async function signUp(): Promise<string> {
    const email = `page-${randomUUID()}@example.org`;
    await page.goto('/#/sign-up');
    await page.getByLabel('Name').fill('Ada Lovelace');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await button('Create account').click();
    await heading('The shop').waitFor();
    return email;
  }

  async function order(name: string, quantity = 1): Promise<void> {
    for (let count = 0; count < quantity; count += 1) await button(`One ${name} more`).click();
    await button('Place order').click();
  }

  test('a new user signs up, orders and sees the confirmation mail', async () => {
    const email = await signUp();
    await order('Shirt', 2);

    await heading(/^Order/).waitFor();
    await statusIs('Processed');
    await heading('The mail').waitFor();

    const mails = await mailsOf(shop.layout, orderIdShown());
    expect(mails.map(({ Destination }) => Destination.ToAddresses)).toEqual([[email]]);
    expect(await page.locator('.mail').textContent()).toContain(mails[0]!.Subject);
    expect(await page.locator('.line strong').allTextContents()).toEqual(['Placed', 'Processed', 'Mailed']);
    expect(await problemsOf(page)).toEqual([]);
    await takePicture(page, 'order');
    await takePicture(page, 'order-phone', { phone: true, dark: true });
    await page.getByRole('link', { name: 'Orders' }).click();
    await page.getByRole('cell', { name: 'Processed' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });

  test('an order links to its trace', async () => {
    await signUp();
    const [request] = await Promise.all([page.waitForRequest(/\/api\/order$/), order('Shirt')]);
    const [, traceId] = (await request.headerValue('traceparent'))!.split('-');

    const link = await page.getByRole('link', { name: 'Open the trace' }).getAttribute('href');

    expect(link).toBe(`https://traces.example/trace/${traceId}`);
  });

  test('a sold out product is named in plain words, with the id of the request', async () => {
    await signUp();
    await button('One Shirt more').click();
    await button('One Jeans more').click();
    await takePicture(page, 'shop');
    await takePicture(page, 'shop-dark', { dark: true });
    await order('Sunglasses');

    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/Sunglasses is sold out; you asked for 1\..*Request [\w-]{36}/);
    expect(await problemsOf(page)).toEqual([]);
  });

  test('an unknown address says so and links to the shop', async () => {
    await page.goto('/#/nowhere');
    await heading('Page not found').waitFor();
    expect(await problemsOf(page)).toEqual([]);

    await page.getByRole('link', { name: 'Go to the shop' }).click();

    await heading('The shop').waitFor();
  });

  test('cancelling a pending order releases its stock', async () => {
    await system!.terminate('processor');
    try {
      await signUp();
      const before = await shop.stockOf('prod2');
      await order('Jeans', 2);
      await statusIs('Pending');
      await page.getByText('Live', { exact: true }).waitFor();
      expect(await problemsOf(page)).toEqual([]);
      await takePicture(page, 'order-pending');

      // The stream may report the status before the stock is released; the answer comes after.
      await Promise.all([page.waitForResponse(/\/cancel$/), button('Cancel this order').click()]);

      await statusIs('Cancelled');
      await page.getByText('Final', { exact: true }).waitFor();
      expect(await shop.stockOf('prod2')).toBe(before);
    } finally {
      await system!.start('processor');
    }
  });

  test('the view of an order follows its status', async () => {
    await system!.terminate('processor');
    await signUp();
    await order('Shirt');
    await statusIs('Pending');

    await system!.start('processor');

    await statusIs('Processed');
  });

  test('a lost answer does not make a second order', async () => {
    await signUp();
    let answers = 0;
    await page.route('**/api/order', async (route) => {
      const response = await route.fetch();
      answers += 1;
      await (answers === 1 ? route.abort() : route.fulfill({ response }));
    });
    await order('Shirt');
    await heading(/^Order/).waitFor();

    await page.getByRole('link', { name: 'Orders' }).click();
    await page.locator('tbody tr').first().waitFor();
    expect(answers).toBe(2);
    expect(await page.locator('tbody tr').count()).toBe(1);
  });

  test('an expired token is renewed, and signing out ends the session', async () => {
    await signUp();
    await context.clearCookies({ name: 'token' });
    await order('Shirt');
    await statusIs('Processed');

    await button('Sign out').click();
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await heading('Sign in').waitFor();
    expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
    expect(await problemsOf(page)).toEqual([]);
  });

  test('an admin sees the queue and the orders, and restocks a product', async () => {
    const { email } = await shop.admin();
    await page.goto('/#/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await button('Sign in').click();
    await page.getByRole('link', { name: 'Admin' }).click();
    await page.locator('tbody tr').first().waitFor();
    await page.locator('.figures dd').first().waitFor();
    await page.getByText('None. Every message was processed.').waitFor();
    expect(await problemsOf(page, { everyLook: true })).toEqual([]);
    const before = await shop.stockOf('prod2');

    await page.getByLabel('Units of Jeans to add').fill('7');
    await button('Restock Jeans').click();

    await page.getByText(`Jeans: ${before + 7} in stock now.`).waitFor();
    expect(await shop.stockOf('prod2')).toBe(before + 7);
    await takePicture(page, 'admin');
  });

  test('the keyboard alone is enough to place an order', async () => {
    await page.goto('/#/sign-up');
    await heading('Create an account').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
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
    await press('Enter');
    await heading('The shop').waitFor();
    await tabTo('One Shirt more');
    await press('Enter', 'Space');
    await tabTo('Place order');
    await press('Enter');

    await statusIs('Processed');
    expect(await page.locator('.items .number').textContent()).toBe('2');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  test('its files are cached for ever, the page itself is revalidated', async () => {
    const first = await shop.rest('/');
    const script = /\/page\/[\w.-]+\.js/.exec(first.text)![0];
    const compressed = await shop.rest(script, { headers: { 'Accept-Encoding': 'gzip' } });

    expect(first.headers['cache-control']).toBe('no-cache');
    expect(first.headers['content-security-policy']).toContain("default-src 'none'");
    expect(first.headers['content-security-policy']).not.toContain('unsafe');
    expect(compressed.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
    });
    expect(Number(compressed.headers['content-length'])).toBeLessThan(20_000);
    expect((await shop.rest('/page/index.html')).status).toBe(404);
  });
});
