import { DomainError } from '@orders/shared/errors';

/** Names a moment of the database, at which several reads see the same; it is kept for five minutes. */
export type Moment = string;

/** What a read of a moment that is not kept any more is answered with. */
export const momentPassed = () =>
  new DomainError('ILLEGAL_STATE', {
    code: 'MOMENT_PASSED',
    message: 'the moment that read_at names is not kept any more',
  });
