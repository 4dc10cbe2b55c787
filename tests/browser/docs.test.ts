import type { Browser } from 'playwright-core';
import { aGateway } from '../integration/gateway/a-gateway';
import { findChromium, startChromium } from './chromium';

const executable = findChromium();
const isSkipped = executable === undefined && process.env['CI'] === undefined;
if (isSkipped) process.stderr.write('SKIPPED: /docs is not tested: no Chromium on PATH or at CHROMIUM_PATH.\n');
const inBrowser = isSkipped ? describe.skip : describe;

jest.setTimeout(60_000);

inBrowser('the API page in a browser', () => {
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    if (executable === undefined) throw new Error('no Chromium on PATH or at CHROMIUM_PATH');
    [browser, { url }] = await Promise.all([startChromium(executable), aGateway()]);
  });
  afterAll(() => browser.close());

  test.each([
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(15, 23, 20)'],
  ] as const)(
    'shows the guides and the example of a failure, in %s, with nothing from elsewhere',
    async (scheme, paper) => {
      const page = await browser.newPage({ colorScheme: scheme });
      const unwanted: string[] = [];
      page.on('pageerror', ({ message }) => unwanted.push(message));
      page.on('console', (message) => message.type() === 'error' && unwanted.push(message.text()));
      page.on('request', (request) => !request.url().startsWith(`${url}/`) && unwanted.push(request.url()));

      await page.goto(`${url}/docs#post-/api/order`);
      await page.getByRole('heading', { name: 'Repeat a request safely' }).waitFor();
      await page.getByRole('link', { name: 'the AsyncAPI document' }).waitFor();
      const placing = page.locator('[id="post-/api/order"]');
      await placing.getByRole('button', { name: '409', exact: true }).click();
      const examples = placing.locator('select').filter({ has: page.locator('option[value="OUT_OF_STOCK"]') });
      await examples.selectOption('OUT_OF_STOCK');
      await placing.getByText('"OUT_OF_STOCK"').first().waitFor();

      const background = await page.evaluate("getComputedStyle(document.querySelector('rapi-doc')).backgroundColor");
      expect(background).toBe(paper);
      expect(unwanted).toEqual([]);
      await page.close();
    },
  );
});
