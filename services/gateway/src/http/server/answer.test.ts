import { DomainError, unavailable } from '@orders/shared/errors';
import { explainHttpError } from './answer';

const httpError = (facts: object) => Object.assign(new Error('inner text'), facts);

test.each<[object, string]>([
  [{ status: 400, type: 'entity.parse.failed' }, 'VALIDATION_FAILED'],
  [{ status: 400, type: 'request.aborted' }, 'REQUEST_TIMEOUT'],
  [{ status: 400, type: 'request.size.invalid' }, 'VALIDATION_FAILED'],
  [{ status: 413, type: 'entity.too.large' }, 'PAYLOAD_TOO_LARGE'],
  [{ status: 415, type: 'charset.unsupported' }, 'UNSUPPORTED_MEDIA_TYPE'],
  [{ status: 415, type: 'encoding.unsupported' }, 'UNSUPPORTED_MEDIA_TYPE'],
  [{ status: 400 }, 'VALIDATION_FAILED'],
])('%j becomes %s and does not reveal its inner text', (facts, code) => {
  const explained = explainHttpError(httpError(facts));

  expect(explained).toBeInstanceOf(DomainError);
  expect(explained).toMatchObject({ code });
  expect(JSON.stringify(explained)).not.toContain('inner text');
});

test('a DomainError and an unknown error stay as they are', () => {
  const ours = unavailable('away');
  const unknown = httpError({ status: 500 });

  expect(explainHttpError(ours)).toBe(ours);
  expect(explainHttpError(unknown)).toBe(unknown);
  expect(explainHttpError('text')).toBe('text');
});
