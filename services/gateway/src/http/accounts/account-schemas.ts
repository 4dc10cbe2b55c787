import { z } from 'zod';
import { address, answer, text, trimmedText } from '../server/fields';

// As RFC 5321 bounds it: mail servers accept no longer names.
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const words = String.raw`(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+\-]`;
const email = z
  .email({
    error: ({ input }) => (input === undefined ? undefined : 'must be an e-mail address'),
    pattern: new RegExp(String.raw`^${words}@(?:${label}\.)+[A-Za-z]{2,63}$`),
  })
  .max(254)
  .refine((value) => value.indexOf('@') <= 64, 'must have at most 64 characters before the @')
  .meta({ examples: ['ada@example.org'] });

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
