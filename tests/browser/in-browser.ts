import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createShop, password, type Shop } from '../support/shop';
import { startSystem, type System } from '../support/system';
import { findChromium, startChromium } from './chromium';

const executable = findChromium();
const isSkipped = executable === undefined && process.env['CI'] === undefined;
if (isSkipped) process.stderr.write('SKIPPED: the page is not tested: no Chromium on PATH or at CHROMIUM_PATH.\n');

export interface ShownProduct {
  productId: string;
  name: string;
  stock: number;
  price: number;
  description?: string;
  imageUrl?: string;
}

/** What each test finds: a system with these products, and a page that nobody has opened yet. */
export interface Fixture {
  system: System;
  shop: Shop;
  browser: Browser;
  context: BrowserContext;
  page: Page;
}

export type Hands = ReturnType<typeof createHands>;

/** Tests of the page in a real browser, against a system of their own. */
export function inBrowser(about: string, products: ShownProduct[], tests: (hands: Hands) => void): void {
  const fixture = {} as Fixture;
  let pageErrors: string[] = [];

  (isSkipped ? describe.skip : describe)(about, () => {
    // Each run of axe on a view takes seconds on a busy machine.
    jest.setTimeout(90_000);

    beforeAll(async () => {
      if (executable === undefined) throw new Error('no Chromium on PATH or at CHROMIUM_PATH');
      const env = { TRACE_VIEWER_URL: 'https://traces.example/trace/{traceId}' };
      [fixture.system, fixture.browser] = await Promise.all([startSystem({ env }), startChromium(executable)]);
      fixture.shop = createShop(fixture.system.layout);
      const { token } = await fixture.shop.admin();
      for (const body of products) {
        const { status, text } = await fixture.shop.rest('/api/products', { token, body });
        if (status !== 201) throw new Error(`a product was not added: ${text}`);
      }
    }, 90_000);
    afterAll(async () => {
      await fixture.browser.close();
      await fixture.system.stop();
    }, 60_000);

    beforeEach(async () => {
      const { browser, shop } = fixture;
      fixture.context = await browser.newContext({ baseURL: shop.urls[0]!, locale: 'en-GB', timezoneId: 'UTC' });
      fixture.context.setDefaultTimeout(15_000);
      fixture.page = await fixture.context.newPage();
      pageErrors = [];
      // The console reports what breaks the content security policy, and scripts that fail.
      fixture.page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) pageErrors.push(message.text());
      });
      fixture.page.on('pageerror', ({ message }) => pageErrors.push(message));
    });
    afterEach(async () => {
      await fixture.context.close();
      expect(pageErrors).toEqual([]);
    });

    tests(createHands(fixture));
  });
}

/** What a person does on the page. */
function createHands(fixture: Fixture) {
  const button = (name: string | RegExp) => fixture.page.getByRole('button', { name });
  const link = (name: string | RegExp) => fixture.page.getByRole('link', { name });
  const heading = (name: string | RegExp) => fixture.page.getByRole('heading', { name });
  const fill = (label: string | RegExp, text: string) => fixture.page.getByLabel(label, { exact: true }).fill(text);

  const signUp = async (): Promise<string> => {
    const email = `page-${randomUUID()}@example.org`;
    await fixture.page.goto('/#/sign-up');
    await fill('Name', 'Ada Lovelace');
    await fill('E-mail', email);
    await fill('Password', password);
    await button('Create account').click();
    await heading('The shop').waitFor();
    return email;
  };
  const signIn = async (email: string, typed = password): Promise<void> => {
    await fixture.page.goto('/#/sign-in');
    await fill('E-mail', email);
    await fill('Password', typed);
    await button('Sign in').click();
    await heading('The shop').waitFor();
  };

  return {
    fixture,
    button,
    link,
    heading,
    fill,
    signUp,
    signIn,
    signInAsAdmin: async () => signIn((await fixture.shop.admin()).email),
    /** Puts units of a product into the basket. */
    take: async (name: string, quantity = 1) => {
      await button(`Add to basket: ${name}`).click();
      if (quantity === 1) return;
      const field = fixture.page.locator('.card').getByRole('textbox', { name: `Quantity of ${name}` });
      await field.fill(String(quantity));
      await field.press('Enter');
    },
    order: async () => button('Place order').click(),
    statusIs: (status: string) => fixture.page.locator('.now .status').getByText(status, { exact: true }).waitFor(),
    see: (text: string | RegExp) => fixture.page.getByText(text).first().waitFor(),
    orderIdShown: () => fixture.page.url().split('/').at(-1)!,
  };
}
