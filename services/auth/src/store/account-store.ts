import { mongo as driver } from 'mongoose';
import type { Mongo } from '@orders/shared/mongo';
import type { AccountMail, AccountMailKind, TokenMailKind } from '../domain/mail-token';
import type { User } from '../domain/user';
import { users, type UserDocument } from './schemas';
import { fromDocument } from './user-store';

const { ObjectId } = driver;

/** The field with the tokens of each kind of mail that carries one. */
const tokenFields = {
  'verify-email': 'verification',
  'reset-password': 'reset',
} as const satisfies Record<TokenMailKind, keyof UserDocument>;

// A mail that is sent again after a crash carries a new token, and the one before stays valid.
const tokensOfMail = 3;

interface UsedToken {
  userId: string;
  hash: string;
  at: Date;
}

interface NewPassword {
  userId: string;
  passwordHash: string;
  at: Date;
  /** Of the mail that says so. */
  mailId: string;
}

/** What changes an account after it was made; the condition of each change is in its write. */
export function createAccountStore(mongo: Pick<Mongo, 'collection'>) {
  const accounts = () => mongo.collection(users);
  const change = async (filter: driver.Filter<UserDocument>, update: driver.Document[]): Promise<User | undefined> => {
    const document = await accounts().findOneAndUpdate(filter, update, { returnDocument: 'after' });
    return document ? fromDocument(document) : undefined;
  };

  return {
    /** Records a mail with a token; those of the same kind that were asked for before are replaced. */
    requestMail: async ({
      userId,
      mailId,
      kind,
      at,
    }: AccountMail & { kind: TokenMailKind; at: Date }): Promise<void> => {
      const isWanted = kind === 'verify-email' ? { emailVerified: { $ne: true } } : {};
      const tokens = { $literal: { mailId, hashes: [], expiresAt: at } };
      await change({ _id: new ObjectId(userId), ...isWanted }, [
        { $set: { [tokenFields[kind]]: tokens, pendingMails: withMail({ mailId, kind, at }) } },
      ]);
    },

    /** Makes a token valid for a mail; undefined where the account is erased or the mail was replaced or used. */
    issueToken: async (token: AccountMail & { kind: TokenMailKind; hash: string; expiresAt: Date }) => {
      const field = tokenFields[token.kind];
      const document = await accounts().findOneAndUpdate(
        { _id: new ObjectId(token.userId), [`${field}.mailId`]: token.mailId },
        {
          $push: { [`${field}.hashes`]: { $each: [token.hash], $slice: -tokensOfMail } },
          $set: { [`${field}.expiresAt`]: token.expiresAt },
        },
        { returnDocument: 'after' },
      );
      return document ? fromDocument(document) : undefined;
    },

    /** Whether a token to set a password is valid. */
    hasResetToken: async (token: UsedToken): Promise<boolean> =>
      (await accounts().countDocuments(validToken('reset', token), { limit: 1 })) === 1,

    /** Spends a token and verifies the address; says whether the token was valid. */
    verifyEmail: async (token: UsedToken): Promise<boolean> =>
      (await change(validToken('verification', token), [
        { $set: { emailVerified: true } },
        { $unset: ['verification'] },
      ])) !== undefined,

    /** Spends a token, sets the password, verifies the address and ends all sessions. */
    resetPassword: ({ hash, ...password }: NewPassword & { hash: string }): Promise<User | undefined> =>
      change(validToken('reset', { ...password, hash }), [
        { $set: { ...passwordFields(password), emailVerified: true, sessionsEnded: endedBy(password) } },
        { $unset: ['reset', 'verification'] },
      ]),

    /** Sets the password where it still is the one that was checked, and ends all sessions but one. */
    changePassword: ({ from, except, ...password }: NewPassword & { from: string; except?: string | undefined }) =>
      change({ _id: new ObjectId(password.userId), passwordHash: from }, [
        { $set: { ...passwordFields(password), sessionsEnded: endedBy(password, except) } },
        // Whoever knows the password has no use for a token, and a thief of the mailbox has.
        { $unset: 'reset' },
      ]),

    rename: (userId: string, name: string): Promise<User | undefined> =>
      change({ _id: new ObjectId(userId) }, [{ $set: { name: { $literal: name } } }]),
  };
}

export type AccountStore = ReturnType<typeof createAccountStore>;

const validToken = (field: 'verification' | 'reset', { userId, hash, at }: UsedToken) => ({
  _id: new ObjectId(userId),
  [`${field}.hashes`]: hash,
  [`${field}.expiresAt`]: { $gt: at },
});

// A literal, as an object in $set would be merged into the one that is there.
const endedBy = ({ at, mailId: changeId }: NewPassword, except?: string) => ({
  $literal: { at, changeId, ...(except !== undefined && { except }) },
});

const passwordFields = ({ passwordHash, mailId, at }: NewPassword) => ({
  passwordHash: { $literal: passwordHash },
  pendingMails: withMail({ mailId, kind: 'password-changed', at }),
});

/** The mails to send with this one in place of those of its kind: at most one of each kind is pending. */
const withMail = (mail: { mailId: string; kind: AccountMailKind; at: Date }) => ({
  $concatArrays: [
    { $filter: { input: { $ifNull: ['$pendingMails', []] }, cond: { $ne: ['$$this.kind', mail.kind] } } },
    [{ $literal: mail }],
  ],
});
