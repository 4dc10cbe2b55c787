import { emailAddress } from '@orders/proto/email-address';
import { z } from 'zod';
import { address, answer, text, trimmedText } from '../server/fields';

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
    password: text(8, 128).meta({ examples: ['correct horse battery'] }),
  })
  .meta({ id: 'Registration' });

// Imported accounts may have shorter passwords and odder addresses than new ones.
export const credentials = z
  .strictObject({
    email: address(3, 320).meta({ examples: ['ada@example.org'] }),
    password: text(1, 1_024).meta({ examples: ['correct horse battery'] }),
  })
  .meta({ id: 'Credentials' });

export const refreshTokenBody = z
  .strictObject({ refreshToken: z.string().max(4_096).optional() })
  .meta({ id: 'RefreshTokenBody', description: 'Without a token in the body the cookie `refreshToken` is used.' });

export const session = answer('Session', {
  message: z.string(),
  user: z.object({ _id: z.string(), name: z.string(), email: z.string() }),
  token: z.string().meta({ description: 'A JWT for `Authorization: Bearer`.' }),
  refreshToken: z.string().meta({ description: 'Spent by its first use.' }),
  expiresIn: z.int().meta({ description: 'Lifetime of the token in seconds.' }),
});

export const jwks = answer('JsonWebKeySet', { keys: z.array(z.record(z.string(), z.unknown())) });

export const sessionId = z.object({ id: z.string().meta({ description: '`id` of one of your sessions.' }) });

export const sessions = answer('Sessions', {
  sessions: z.array(
    z
      .object({
        id: z.string(),
        createdAt: z.iso.datetime().nullable().meta({ description: 'The sign-in.' }),
        lastUsedAt: z.iso.datetime().nullable().meta({ description: 'The sign-in or the last refresh.' }),
        userAgent: z
          .string()
          .meta({ description: 'The header `User-Agent` of the sign-in, at most 256 characters; empty without one.' }),
        current: z.boolean().meta({ description: 'Whether this request belongs to it.' }),
      })
      .meta({ id: 'OpenSession' }),
  ),
});
