import { isCommonPassword } from './common-passwords';

test.each(['password1', 'PASSWORD1', '123456789', 'iloveyou1', 'trustno1'])('%s is common', (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each(['correct horse battery', 'demo-password', 'a long password', '\u5bc6\u7801\u5bc6\u7801\u5bc6\u7801'])(
  '%s is not',
  (password) => {
    expect(isCommonPassword(password)).toBe(false);
  },
);
