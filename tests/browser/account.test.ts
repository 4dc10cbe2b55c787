import { readFile } from 'node:fs/promises';
import { mailedToken } from '../support/account-mails';
import { password } from '../support/shop';
import { inBrowser } from './in-browser';
import { problemsOf, takePicture } from './look-at';

const newPassword = 'another horse battery';
const products = [{ productId: 'prod1', name: 'Shirt', stock: 100, price: 1_999 }];

inBrowser('the account', products, (hands) => {
  const { fixture, button, link, heading, fill, signUp, signIn, take, order, see, statusIs } = hands;
  const openAccount = async () => {
    await link(/^Account of/).click();
    await heading('Your account').waitFor();
  };

  test('the address is verified by the link of the mail, and the name can be changed', async () => {
    const { page, system } = fixture;
    const email = await signUp();
    await openAccount();
    await see('Not verified');
    expect(await problemsOf(page)).toEqual([]);
    await takePicture(page, 'account');

    const token = await mailedToken(system.layout, email, ['erify']);
    await page.goto(`/#verify-email?token=${token}`);
    await heading('Your address is verified').waitFor();
    expect(await problemsOf(page)).toEqual([]);

    await openAccount();
    await see('Verified');
    await fill('Name', 'Grace Hopper');
    await button('Change the name').click();
    await see('Your name is changed.');
    await link('Account of Grace Hopper').waitFor();
  });

  test('another password ends the other sessions', async () => {
    const { page, shop } = fixture;
    const email = await signUp();
    await shop.rest('/api/auth/login', { body: { email, password }, headers: { 'User-Agent': 'curl/8.5.0' } });
    await openAccount();
    await see('curl');
    expect(await page.locator('.rows li').count()).toBe(2);

    await fill('Present password', 'not the password');
    await fill('New password', newPassword);
    await button('Change the password').click();
    await see(/password is wrong/);
    await fill('Present password', password);
    await button('Change the password').click();
    await see('Your password is changed.');

    await page.reload();
    await see('This one');
    expect(await page.locator('.rows li').count()).toBe(1);
    await button('Sign out').first().click();
    await heading('The shop').waitFor();
    await signIn(email, newPassword);
  });

  test('one session is ended, or all', async () => {
    const { page, shop, context } = fixture;
    const email = await signUp();
    await shop.rest('/api/auth/login', { body: { email, password }, headers: { 'User-Agent': 'curl/8.5.0' } });
    await openAccount();
    await button('End the session in curl').click();
    await page.getByText('curl').waitFor({ state: 'detached' });

    await button('Sign out everywhere').click();

    await heading('Sign in').waitFor();
    expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
  });

  test('a forgotten password is replaced by the link of a mail', async () => {
    const { page, system } = fixture;
    const email = await signUp();
    await button('Sign out').click();
    await link('Sign in').click();
    await link('Forgot your password?').click();
    await heading('Forgot your password?').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await fill('E-mail', email);
    await button('Send the link').click();
    await see(`If there is an account for ${email}`);

    const token = await mailedToken(system.layout, email, ['eset']);
    await page.goto(`/#reset-password?token=${token}`);
    await heading('Choose a new password').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await fill('New password', newPassword);
    await button('Change the password').click();
    await heading('Your password is changed').waitFor();
    await signIn(email, newPassword);

    await page.goto(`/#reset-password?token=${token}`);
    await fill('New password', newPassword);
    await button('Change the password').click();
    await see('This link was used already');
  });

  test('the data are taken along, and then erased', async () => {
    const { page } = fixture;
    const email = await signUp();
    await take('Shirt');
    await order();
    await statusIs('Processed');
    await openAccount();
    const [file] = await Promise.all([page.waitForEvent('download'), button('Download your data').click()]);
    const data = JSON.parse(await readFile(await file.path(), 'utf8')) as { user: object; orders: object[] };
    expect(data.user).toMatchObject({ email });
    expect(data.orders).toHaveLength(1);

    await button('Erase my account …').click();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('dialog').getByLabel('Password').fill(password);
    await page.getByRole('dialog').getByRole('button', { name: 'Erase my account' }).click();

    await heading('The shop').waitFor();
    await link('Sign in').click();
    await fill('E-mail', email);
    await fill('Password', password);
    await button('Sign in').click();
    await see('The e-mail address or the password is wrong.');
  });

  test('an expired token is renewed, and signing out ends the session', async () => {
    const { page, context } = fixture;
    await signUp();
    await context.clearCookies({ name: 'token' });
    await take('Shirt');
    await order();
    await statusIs('Processed');

    await button('Sign out').click();
    await link('Sign in').click();
    await heading('Sign in').waitFor();
    expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
    expect(await problemsOf(page)).toEqual([]);
  });
});
