import { gzipSync } from 'node:zlib';
import { problemsOf, takePicture } from './look-at';
import { inBrowser } from './in-browser';

const maxBytes = 80_000;

const others = Array.from({ length: 30 }, (_, index) => ({
  productId: `other-${String(index).padStart(2, '0')}`,
  name: `Ribbon ${index}`,
  stock: 100,
  price: 250,
}));

const products = [
  {
    productId: 'a-shirt',
    name: 'Shirt',
    stock: 1_000,
    price: 1_999,
    description: 'A plain shirt of heavy cotton.',
    imageUrl: '/assets/products/shirt.svg',
  },
  {
    productId: 'b-jeans',
    name: 'Jeans',
    stock: 5,
    price: 5_990,
    description: 'Dark blue denim.',
    imageUrl: '/assets/products/jeans.svg',
  },
  {
    productId: 'c-sunglasses',
    name: 'Sunglasses',
    stock: 0,
    price: 8_900,
    imageUrl: '/assets/products/sunglasses.svg',
  },
  { productId: 'd-hat', name: 'Wool hat', stock: 40, price: 2_400, imageUrl: '/assets/no-such-picture.svg' },
  { productId: 'e-jacket', name: 'Rain jacket', stock: 12, price: 12_900 },
  { productId: 'f-socks', name: 'Socks', stock: 900, price: 1_250 },
  ...others,
];

inBrowser('the shop', products, ({ fixture, button, link, heading, signUp, take, order, see, statusIs }) => {
  const change = async (productId: string, body: object) => {
    const { token } = await fixture.shop.admin();
    const { status } = await fixture.shop.rest(`/api/products/${productId}`, { method: 'PATCH', token, body });
    expect(status).toBe(200);
  };
  const namesShown = () => fixture.page.locator('.card h2').allTextContents();
  const lineOf = (name: string) => fixture.page.locator('.line-row', { hasText: name });

  test('products show what they cost and how many there are, sold out ones cannot be taken', async () => {
    await fixture.page.goto('/');
    await see('€19.99');
    await see('Only 5 left');
    await see('Sold out');

    expect(await button('Add to basket: Sunglasses').isDisabled()).toBe(true);
    await fixture.page.locator('.card', { hasText: 'Shirt' }).locator('img').waitFor();
    const picture = await fixture.shop.rest('/assets/products/shirt.svg');
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/svg+xml']);
    expect(await problemsOf(fixture.page)).toEqual([]);
    await take('Shirt', 2);
    await take('Jeans');
    await takePicture(fixture.page, 'shop', { isWhole: false });
    await takePicture(fixture.page, 'shop-dark', { dark: true, isWhole: false });
    await takePicture(fixture.page, 'shop-phone', { phone: true, isWhole: false });
    expect(await problemsOf(fixture.page, { everyLook: true })).toEqual([]);
  });

  test('the rest of a long catalogue is a page away', async () => {
    await fixture.page.goto('/');
    await see('Shirt');
    expect(await namesShown()).toHaveLength(24);

    await button('Show more products').click();

    await see('Ribbon 29');
    expect(await namesShown()).toHaveLength(products.length);
    expect(await button('Show more products').count()).toBe(0);
  });

  test('what is searched stands in the address and is found again', async () => {
    const { page } = fixture;
    await page.goto('/');
    await page.getByRole('searchbox').fill('jack');
    await page.locator('.card').nth(1).waitFor({ state: 'detached' });

    expect(await namesShown()).toEqual(['Rain jacket']);
    await page.reload();
    await see('Rain jacket');
    expect(await page.getByRole('searchbox').inputValue()).toBe('jack');

    await page.getByRole('searchbox').fill('nothing like it');
    await see('Nothing was found for “nothing like it”');
    expect(await problemsOf(page)).toEqual([]);
    await link('Show all products').click();
    await see('Sunglasses');
  });

  test('a product has a view of its own', async () => {
    const { page } = fixture;
    await page.goto('/');
    await link('Shirt').first().click();
    await see('A plain shirt of heavy cotton.');

    expect(await page.title()).toBe('Shirt · Order placing');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await button('Add to basket: Shirt').click();
    // The keyboard goes on where the button was.
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('One Shirt more');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('textbox', { name: 'Quantity of Shirt' }).inputValue()).toBe('2');
    expect(await problemsOf(page)).toEqual([]);
    await page.goto('/#/products/nothing');
    await heading('Not in the shop').waitFor();
  });

  test('a typed quantity stays within the stock', async () => {
    const { page } = fixture;
    await page.goto('/');
    await take('Jeans', 99);

    expect(await page.locator('.card').getByRole('textbox', { name: 'Quantity of Jeans' }).inputValue()).toBe('5');
    await see('5 is all there is');
    expect(await page.locator('.card').getByRole('button', { name: 'One Jeans more' }).isDisabled()).toBe(true);
  });

  test('an image that cannot be loaded is drawn instead', async () => {
    await fixture.page.goto('/');
    await fixture.page.locator('.card', { hasText: 'Wool hat' }).locator('svg.image').waitFor();
  });

  test('a changed price shows at its line, and the order is placed at what was seen', async () => {
    const { page } = fixture;
    await signUp();
    await take('Socks', 2);
    await page.goto('/#/basket');
    await see('€25.00');
    await change('f-socks', { price: 1_400 });

    await order();

    await see('Prices have changed');
    await see('€28.00');
    expect(await lineOf('Socks').textContent()).toContain('Price changed €12.50 €14.00 each');
    expect(await problemsOf(page)).toEqual([]);
    await takePicture(page, 'basket-price-changed', { phone: true });
    await order();
    await statusIs('Processed');
    expect(await page.locator('.total .number').textContent()).toBe('€28.00');
  });

  test('what is short or gone shows at its line, each with a way on', async () => {
    const { page } = fixture;
    await signUp();
    await take('Rain jacket', 3);
    await take('Wool hat');
    await page.goto('/#/basket');
    await see('€411.00');
    await change('e-jacket', { stock: 2 });
    await order();

    await see('There is not enough of everything');
    expect(await lineOf('Rain jacket').textContent()).toContain('Only 2 left');
    expect(await button('Place order').isDisabled()).toBe(true);
    await page.getByText('Details').click();
    expect(await page.getByRole('alert').textContent()).toMatch(/Request [\w-]{36}/);
    await button('Take 2 of Rain jacket').click();
    await change('d-hat', { archived: true });
    await order();

    await see('No longer in the shop');
    await button('Remove Wool hat').click();
    await order();
    await statusIs('Processed');
    expect(await page.locator('.total .number').textContent()).toBe('€258.00');
  });

  test('on a phone the basket stays in reach', async () => {
    const { page } = fixture;
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/');
    await take('Shirt', 3);
    const bar = link(/View basket/);

    await page.mouse.wheel(0, 400);
    expect(await bar.textContent()).toContain('3 items · €59.97');
    const { y = 0, height = 0 } = (await bar.boundingBox()) ?? {};
    expect(y + height).toBeLessThanOrEqual(740);
    await bar.click();
    await heading('Your basket').waitFor();
    await link('Sign in to order').click();
    await heading('Sign in').waitFor();
    await link('Create an account').click();
    expect(page.url()).toMatch(/#\/sign-up\?next=basket$/);
  });

  test('its files are cached for ever, the page itself is revalidated, under a strict policy', async () => {
    const { shop } = fixture;
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
    expect((await shop.rest('/page/index.html')).status).toBe(404);
  });

  test(`all of it is at most ${maxBytes} bytes over the wire`, async () => {
    const { page } = fixture;
    const sizes = new Map<string, number>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname !== '/' && !pathname.startsWith('/page/')) return;
      void response.body().then((body) => {
        sizes.set(pathname, pathname.endsWith('.woff2') ? body.length : gzipSync(body).length);
      });
    });
    await page.goto('/');
    await heading('The shop').waitFor();
    await page.waitForLoadState('networkidle');

    expect([...sizes.keys()].map((name) => name.split('.').at(-1)).sort()).toEqual(
      expect.arrayContaining(['/', 'css', 'js', 'woff2']),
    );
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(maxBytes);
  });
});
