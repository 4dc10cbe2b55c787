import { z } from 'zod';
import { text, trimmedText } from './text';

const email = z
  .email('is no e-mail address')
  .max(254)
  .meta({ examples: ['ada@example.org'] });

export const registration = z
  .strictObject({
    name: trimmedText(1, 100).meta({ examples: ['Ada'] }),
    email,
    password: text(8, 128).meta({ examples: ['correct horse battery'] }),
  })
  .meta({ id: 'Registration' });

// Accounts that were taken over may have shorter passwords and odder addresses than new ones.
export const credentials = z
  .strictObject({
    email: text(3, 320)
      .regex(/^[^\s@]+@[^\s@]+$/, 'is no e-mail address')
      .meta({ examples: ['ada@example.org'] }),
    password: text(1, 1_024).meta({ examples: ['correct horse battery'] }),
  })
  .meta({ id: 'Credentials' });

export const refreshTokenBody = z
  .strictObject({ refreshToken: z.string().max(4_096).optional() })
  .meta({ id: 'RefreshTokenBody', description: 'The cookie `refreshToken` is taken where the body names none.' });

export const session = z
  .object({
    success: z.literal(true),
    message: z.string(),
    user: z.object({ _id: z.string(), name: z.string(), email: z.string() }),
    token: z.string().meta({ description: 'A JWT for `Authorization: Bearer`.' }),
    refreshToken: z.string().meta({ description: 'Spent by its first use.' }),
    expiresIn: z.int().meta({ description: 'Life of the token in seconds.' }),
  })
  .meta({ id: 'Session' });

export const jwks = z
  .object({ success: z.literal(true), keys: z.array(z.record(z.string(), z.unknown())) })
  .meta({ id: 'JsonWebKeySet' });
