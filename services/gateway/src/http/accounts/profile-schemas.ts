import { z } from 'zod';
import { address, answer, password, trimmedText } from '../server/fields';

const mailedToken = z
  .string()
  .max(256)
  .meta({ description: 'The word after `token=` in the link of the mail.', examples: ['p'.repeat(59)] });

const newPassword = password(8, 128).meta({
  description: 'Not one of the most common passwords. Letters are counted in their composed form (NFC).',
  examples: ['another horse battery'],
});

const presentPassword = password(1, 1_024).meta({ examples: ['correct horse battery'] });

export const verification = z.strictObject({ token: mailedToken }).meta({ id: 'Verification' });

export const resetRequest = z
  .strictObject({ email: address(3, 320).meta({ examples: ['ada@example.org'] }) })
  .meta({ id: 'PasswordResetRequest' });

export const passwordReset = z
  .strictObject({ token: mailedToken, password: newPassword })
  .meta({ id: 'PasswordReset' });

export const passwordChange = z.strictObject({ password: presentPassword, newPassword }).meta({ id: 'PasswordChange' });

export const messageAnswer = answer(
  'Message',
  { message: z.string() },
  { message: 'the password is set; sign in with it' },
);

export const profileChange = z
  .strictObject({
    name: trimmedText(1, 100).meta({ description: 'It holds no web address.', examples: ['Ada Lovelace'] }),
  })
  .meta({ id: 'AccountChange' });

export const erasure = z.strictObject({ password: presentPassword }).meta({ id: 'Erasure' });

const account = z
  .object({
    _id: z.string(),
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean().meta({ description: 'Whether somebody who reads its mails said so.' }),
    role: z.enum(['user', 'admin']),
    createdAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Account' });

const exampleUser = {
  _id: '66f0c0ffee66f0c0ffee66f0',
  name: 'Ada',
  email: 'ada@example.org',
  emailVerified: true,
  role: 'user' as const,
  createdAt: '2026-11-30T08:59:41.020Z',
};
const exampleMail = {
  state: 'sent',
  owedAt: '2026-11-30T08:59:41.020Z',
  finishedAt: '2026-11-30T08:59:42.105Z',
  reason: null,
};

export const accountAnswer = answer('AccountAnswer', { user: account }, { user: exampleUser });

const mail = z.object({
  state: z.string(),
  owedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
});

export const accountExport = answer(
  'AccountExport',
  {
    exportedAt: z.iso.datetime(),
    user: account,
    sessions: z.array(z.record(z.string(), z.unknown())),
    mails: z.array(mail.extend({ kind: z.string() })).meta({ description: 'About the account.' }),
    orders: z
      .array(z.looseObject({ orderId: z.uuid(), mail: mail.nullable() }))
      .meta({ description: 'Newest first, each with its mail.' }),
  },
  {
    exportedAt: '2026-11-30T09:20:00.000Z',
    user: exampleUser,
    sessions: [{ id: 'Wm9vN0hQc2ZqTmVJd0x4', lastUsedAt: '2026-11-30T09:14:57.603Z', userAgent: 'Firefox' }],
    mails: [{ kind: 'verify-email', ...exampleMail }],
    orders: [{ orderId: '7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b', status: 'Processed', mail: exampleMail }],
  },
);
