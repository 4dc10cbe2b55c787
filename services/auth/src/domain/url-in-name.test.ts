import { holdsUrl, withoutUrls } from './url-in-name';

test.each([
  'http://evil.example',
  'see HTTPS://evil.example/prize now',
  'ftp://evil.example',
  'www.evil.example',
  'Ann www.evil.example',
  'evil.example/prize',
  'b\u00fccher.example/x',
  'Prize at evil.com',
  'evil.shop!',
])('%s holds a web address', (name) => {
  expect(holdsUrl(name)).toBe(true);
});

test.each([
  'Ann',
  'J.R.R. Tolkien',
  'J.R. Smith',
  'Dr.No',
  'Ann / Bob',
  'Ann and/or Bob',
  "O'Neill",
  'Anne-Marie St.John',
  'AC/DC',
  'Acme Inc.',
  '\u0141ukasz',
  'Mrs. Dash: cook',
])('%s is a name', (name) => {
  expect(holdsUrl(name)).toBe(false);
});

test('what looks like a link can be taken out of a name', () => {
  expect(withoutUrls('Ann  https://evil.example/a Lovelace')).toBe('Ann Lovelace');
  expect(withoutUrls('www.evil.example')).toBe('');
});
