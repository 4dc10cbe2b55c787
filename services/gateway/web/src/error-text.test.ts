import { ApiError, unreachable } from './api-error';
import { errorText } from './error-text';

const names: Record<string, string> = { prod1: 'Shirt', prod3: 'Sunglasses' };
const nameOf = (productId: string) => names[productId] ?? productId;

test('every product that is short is named with what is left of it', () => {
  const error = new ApiError({
    code: 'OUT_OF_STOCK',
    message: 'out of stock',
    details: [
      { productId: 'prod1', requested: 9, available: 4 },
      { productId: 'prod3', requested: 1, available: 0 },
    ],
  });

  expect(errorText(error, nameOf)).toEqual([
    'Shirt has only 4 left; you asked for 9.',
    'Sunglasses is sold out; you asked for 1.',
  ]);
});

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
  [new ApiError({ code: 'SOME_NEW_CODE', message: 'the server says so' }), 'The server says so'],
  [
    new ApiError({ code: 'OUTCOME_UNKNOWN', message: 'no' }),
    'The answer was lost, so this may have been done all the same. Look before you try again.',
  ],
  [unreachable('no network'), 'The server cannot be reached. Nothing is lost: try again in a moment.'],
])('%s', (error, sentence) => {
  expect(errorText(error)).toEqual([sentence]);
});
