import { createApi } from '../api/api';
import { createRenew } from './renew';
import { roleIn } from './session';

const answer = (status: number, body: object) =>
  ({ ok: status < 400, status, headers: new Headers(), json: () => Promise.resolve(body) }) as Response;
const expired = answer(401, { code: 'UNAUTHENTICATED', message: 'the token has expired' });

test('requests with an expired token share one renewal and are sent again', async () => {
  let isRenewed = false;
  let renewals = 0;
  const refresh = () => {
    renewals += 1;
    isRenewed = true;
    return Promise.resolve(true);
  };
  const renew = createRenew({ refresh, renewedAt: () => 0, exclusively: (work) => work() });
  const fetch = () => Promise.resolve(isRenewed ? answer(200, { fine: true }) : expired);
  const api = createApi({ fetch, renew, now: () => 1 });

  expect(await Promise.all([api('/one'), api('/two')])).toEqual([{ fine: true }, { fine: true }]);
  expect(renewals).toBe(1);
});

test('a session that another tab renewed is not renewed again', async () => {
  const refresh = () => Promise.reject(new Error('spent twice'));
  const renew = createRenew({ refresh, renewedAt: () => 20, exclusively: (work) => work() });

  expect(await renew(10)).toBe(true);
});

test('without a session the request stays refused', async () => {
  const api = createApi({
    fetch: () => Promise.resolve(expired),
    renew: () => Promise.resolve(false),
    now: () => 1,
  });

  await expect(api('/one')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test.each([
  ['admin', 'admin'],
  ['user', 'user'],
  [undefined, 'user'],
])('a token of role %s makes a session of %s', (role, expected) => {
  const payload = Buffer.from(JSON.stringify({ role, name: 'Zoë?>' })).toString('base64url');

  expect(roleIn(`x.${payload}.y`)).toBe(expected);
});

test('a token that cannot be read gives the role user', () => {
  expect(roleIn('nonsense')).toBe('user');
});
