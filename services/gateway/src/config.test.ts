import { gatewayVariables } from './config';

test.each([
  [undefined, false],
  ['False', false],
  ['true', true],
  [' TRUE ', true],
  ['2', 2],
  ['10.0.0.0/8, Loopback', ['10.0.0.0/8', 'loopback']],
  ['2001:DB8::/32', ['2001:db8::/32']],
])('TRUST_PROXY %j means %j', (text, proxies) => {
  expect(gatewayVariables.TRUST_PROXY.parse(text)).toEqual(proxies);
});

test.each(['anyone', '10.0.0.0/33', 'trueish', '-1'])('TRUST_PROXY %j is refused', (text) => {
  expect(gatewayVariables.TRUST_PROXY.safeParse(text).success).toBe(false);
});
