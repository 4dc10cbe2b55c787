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
  'evil.co.uk',
  'Prize at evil.com.au',
  '1http://evil.example',
  '_www.evil.example',
  'evil.example:8080',
  'evil.example:8080/prize',
  'evil.xn--p1ai/prize',
  '192.0.2.1/prize',
  'evil\uff0ecom',
  'evil\u3002com',
  'evil\uff61example/prize',
  'https\uff1a\uff0f\uff0fevil.example',
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
  'Awww... so sweet',
  'Room 1.2.3',
  'Dr.No: 8',
  '\u5c71\u7530\u3002',
  '\u5c71\u7530\uff0f\u592a\u90ce',
])('%s is a name', (name) => {
  expect(holdsUrl(name)).toBe(false);
});

test('what looks like a link can be taken out of a name', () => {
  expect(withoutUrls('Ann  https://evil.example/a Lovelace')).toBe('Ann Lovelace');
  expect(withoutUrls('www.evil.example')).toBe('');
  expect(withoutUrls('Ann evil.com.au')).toBe('Ann');
  expect(withoutUrls('Ann evil\u3002com Lovelace')).toBe('Ann Lovelace');
  expect(withoutUrls('\u5c71\u7530\u3002  \uff21')).toBe('\u5c71\u7530\u3002 \uff21');
});
