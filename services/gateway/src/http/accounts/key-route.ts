import { unavailable } from '@orders/shared/errors';
import type { KeySet } from '../../clients/signing-keys';
import { defineRoute } from '../server/route';
import { jwks } from './account-schemas';

export interface KeyRouteNeeds {
  signingKeys: { current: () => KeySet | undefined };
}

/** The public keys, for others that want to check our tokens. */
export const keyRoute = ({ signingKeys }: KeyRouteNeeds) =>
  defineRoute({
    method: 'get',
    path: '/.well-known/jwks.json',
    tag: 'Accounts',
    summary: 'The public keys of access tokens',
    access: 'anyone',
    success: { status: 200, description: 'A JSON Web Key Set (RFC 7517).', schema: jwks },
    failures: [],
    handle: () => {
      const held = signingKeys.current();
      if (!held) throw unavailable('the keys are not known yet');
      return Promise.resolve({ status: 200, headers: { 'Cache-Control': 'public, max-age=60' }, body: held.jwks });
    },
  });
