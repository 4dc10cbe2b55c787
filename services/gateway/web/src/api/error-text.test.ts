import { ApiError, unreachable } from './api-error';
import { errorText } from './error-text';

test.each([
  [
    new ApiError({
      code: 'VALIDATION_FAILED',
      message: 'no',
      details: [{ path: 'email', message: 'must be an e-mail address' }],
    }),
    'Email must be an e-mail address.',
  ],
  [
    new ApiError({
      code: 'VALIDATION_FAILED',
      message: 'no',
      details: [{ path: '', message: 'the body is too deep' }],
    }),
    'The body is too deep.',
  ],
  [
    new ApiError({ code: 'RATE_LIMITED', message: 'no' }, { retryAfterSeconds: 40 }),
    'Too many attempts. Wait 40 seconds and try again.',
  ],
  [new ApiError({ code: 'SOME_NEW_CODE', message: 'the server says so' }), 'The server says so.'],
  [unreachable('no network'), 'The server cannot be reached. Check your connection and try again.'],
])('%s', (error, sentence) => {
  expect(errorText(error)).toEqual([sentence]);
});

test('whatever may have happened is told apart from what did not', () => {
  const textOf = (code: string) => errorText(new ApiError({ code, message: '' }))[0];

  expect(textOf('OUTCOME_UNKNOWN')).toMatch(/may have been done all the same. Look before you try again/);
  expect(textOf('UNAVAILABLE')).toMatch(/Nothing was changed/);
});
