import { emailAddress } from '@orders/proto/email-address';
import { z } from 'zod';
import { address, answer, password, trimmedText } from '../server/fields';

// The document shows less than is checked: no pattern tells which domains have an ASCII form.
const email = emailAddress.meta({
  description: 'Domains may be internationalized, in Unicode or as `xn--`; both spellings are one account.',
  examples: ['ada@example.org'],
  override: { format: 'idn-email', minLength: 6, maxLength: 254 },
});

export const registration = z
  .strictObject({
    name: trimmedText(1, 100).meta({ examples: ['Ada'] }),
    email,
    password: password(8, 128).meta({ examples: ['correct horse battery'] }),
  })
  .meta({ id: 'Registration' });

// Imported accounts may have shorter passwords and odder addresses than new ones.
export const credentials = z
  .strictObject({
    email: address(3, 320).meta({ examples: ['ada@example.org'] }),
    password: password(1, 1_024).meta({ examples: ['correct horse battery'] }),
  })
  .meta({ id: 'Credentials' });

export const refreshTokenBody = z
  .strictObject({ refreshToken: z.string().max(4_096).optional() })
  .meta({ id: 'RefreshTokenBody', description: 'Without a token in the body the cookie `refreshToken` is used.' });

export const session = answer(
  'Session',
  {
    message: z.string(),
    user: z.object({ _id: z.string(), name: z.string(), email: z.string() }),
    token: z.string().meta({ description: 'A JWT for `Authorization: Bearer`.' }),
    refreshToken: z.string().meta({ description: 'Spent by its first use.' }),
    expiresIn: z.int().meta({ description: 'Lifetime of the token in seconds.' }),
  },
  {
    message: 'signed in',
    user: { _id: '66f0c0ffee66f0c0ffee66f0', name: 'Ada', email: 'ada@example.org' },
    token: 'eyJhbGciOiJFUzI1NiIsImtpZCI6IjN5cEEifQ.eyJzdWIiOiI2NmYwYzBmZmVlNjZmMGMwZmZlZTY2ZjAifQ.c2lnbmF0dXJl',
    refreshToken: 'Wm9vN0hQc2ZqTmVJd0x4cVhmY1ZkQm9L',
    expiresIn: 900,
  },
);

export const jwks = answer(
  'JsonWebKeySet',
  { keys: z.array(z.record(z.string(), z.unknown())) },
  {
    keys: [
      {
        kty: 'EC',
        crv: 'P-256',
        x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
        y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
        kid: '3ypA',
        alg: 'ES256',
        use: 'sig',
      },
    ],
  },
);

export const sessionId = z.object({ id: z.string().meta({ description: '`id` of one of your sessions.' }) });

const openSession = z
  .object({
    id: z.string(),
    createdAt: z.iso.datetime().nullable().meta({ description: 'The sign-in.' }),
    lastUsedAt: z.iso.datetime().nullable().meta({ description: 'The sign-in or the last refresh.' }),
    userAgent: z
      .string()
      .meta({ description: 'The header `User-Agent` of the sign-in, at most 256 characters; empty without one.' }),
    current: z.boolean().meta({ description: 'Whether this request belongs to it.' }),
  })
  .meta({ id: 'OpenSession' });

export const sessions = answer(
  'Sessions',
  { sessions: z.array(openSession) },
  {
    sessions: [
      {
        id: '9d3f6c1b-7a52-4e0d-8c46-2b1f5e9a7d30',
        createdAt: '2026-11-30T08:59:41.020Z',
        lastUsedAt: '2026-11-30T09:14:57.603Z',
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
        current: true,
      },
    ],
  },
);
