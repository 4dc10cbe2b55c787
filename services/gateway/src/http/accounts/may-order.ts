import type { AuthClient } from '../../clients/auth-client';
import type { Caller } from '../server/authenticate';

export interface MayOrderNeeds {
  /** Whether only verified addresses may order. */
  isRequired: boolean;
  getAccount: AuthClient['getAccount'];
}

/**
 * Whether a caller may place orders. The access token says that the address is verified; only where it does not is auth
 * asked, for the address may have been verified since the token was issued.
 */
export const createMayOrder =
  ({ isRequired, getAccount }: MayOrderNeeds) =>
  async ({ userId, emailVerified }: Pick<Caller, 'userId' | 'emailVerified'>): Promise<boolean> =>
    !isRequired || emailVerified || (await getAccount(userId)).emailVerified;
