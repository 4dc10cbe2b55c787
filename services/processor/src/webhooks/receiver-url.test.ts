import { isPublicAddress } from './public-addresses';
import { problemOfUrl } from './receiver-url';

test.each([
  ['https://receiver.example/orders', undefined],
  ['https://93.184.216.34/', undefined],
  ['https://[2606:2800:220:1:248:1893:25c8:1946]/', undefined],
  ['http://receiver.example/', 'must be an https:// URL'],
  ['ftp://receiver.example/', 'must be an https:// URL'],
  ['receiver.example', 'must be a URL'],
  ['https://user@receiver.example/', 'must not contain a user or a password'],
  ['https://localhost/', 'must be on a public address'],
  ['https://127.0.0.1/', 'must be on a public address'],
  ['https://2130706433/', 'must be on a public address'],
  ['https://0x7f.1/', 'must be on a public address'],
  ['https://[::1]/', 'must be on a public address'],
  ['https://[::ffff:10.0.0.1]/', 'must be on a public address'],
  ['https://169.254.169.254/latest/meta-data', 'must be on a public address'],
])('%s: %s', (url, problem) => {
  expect(problemOfUrl(url, false)).toBe(problem);
});

test.each(['http://127.0.0.1:3000/x', 'https://localhost/', 'http://receiver/'])(
  '%s is allowed where insecure',
  (url) => {
    expect(problemOfUrl(url, true)).toBeUndefined();
    expect(problemOfUrl('ftp://receiver/', true)).toBeDefined();
  },
);

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fc00::1',
  'fe80::1',
  'ff02::1',
  '::7f00:1',
  '4000::1',
  '168.63.129.16',
  'not an address',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);
