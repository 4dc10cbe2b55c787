import { Schema, type mongo as driver } from 'mongoose';
import { auditLogCollection } from '@orders/shared/audit-log';
import { defineCollection, embedded } from '@orders/shared/collection';
import { accountMailKinds, type AccountMailKind } from '../domain/mail-token';
import type { Role } from '../domain/user';

export interface UserDocument {
  _id: driver.ObjectId;
  name: string;
  email: string;
  emailKey: string;
  passwordHash: string;
  role: Role;
  createdAt: Date;
  /** Those below are absent in accounts of earlier versions. */
  emailVerified?: boolean;
  sessionsEnded?: { at: Date; except?: string; changeId?: string };
  verification?: IssuedTokens;
  reset?: IssuedTokens;
  pendingMails?: { mailId: string; kind: AccountMailKind; at: Date }[];
}

/** The tokens of the mail that was asked for last: one for each time that it was sent. */
export interface IssuedTokens {
  mailId: string;
  hashes: string[];
  expiresAt: Date;
}

export interface ErasureDocument {
  _id: driver.ObjectId;
  at: Date;
}

export interface FamilyDocument {
  _id: string;
  userId: driver.ObjectId;
  currentHash: string;
  rotatedAt: Date;
  /** These five are absent in families of earlier versions that were not refreshed since. */
  createdAt?: Date;
  seenChangeId?: string;
  userAgent?: string;
  otherTokens?: { hash: string; issuedAt: Date }[];
  spentTokens?: { hash: string; spentAt: Date }[];
  /** Absent where an earlier version issued a token. */
  commonHash?: string;
  revokedAt?: Date;
  expiresAt: Date;
}

const { ObjectId } = Schema.Types;
const text = { type: String, required: true };
const time = { type: Date, required: true };
const tokenHash = { ...text, match: /^[A-Za-z0-9_-]{43}$/ };
const issuedTokens = embedded({ mailId: text, hashes: { type: [String], required: true }, expiresAt: time });

export const users = defineCollection<UserDocument>({
  name: 'users',
  holds:
    'Accounts: the e-mail address as typed, and `emailKey` (lower case, NFC, ASCII domain) by which addresses are compared; hashes of tokens that were mailed, and mails that the processor is to send.',
  fields: {
    _id: { type: ObjectId, required: true },
    name: text,
    email: { ...text, minlength: 1 },
    emailKey: { ...text, minlength: 1 },
    passwordHash: { ...text, match: /^\$(argon2id|2[aby])\$/ },
    role: { ...text, enum: ['user', 'admin'] satisfies Role[] },
    createdAt: time,
    emailVerified: { type: Boolean },
    sessionsEnded: { type: embedded({ at: time, except: { type: String }, changeId: { type: String } }) },
    verification: { type: issuedTokens },
    reset: { type: issuedTokens },
    pendingMails: {
      type: [embedded({ mailId: text, kind: { ...text, enum: accountMailKinds }, at: time })],
      default: undefined,
    },
  },
  indexes: [
    { name: 'email', key: { emailKey: 1 }, unique: true, reason: 'An address has one account.' },
    {
      name: 'pending-mails',
      key: { 'pendingMails.at': 1 },
      partialFilterExpression: { 'pendingMails.at': { $exists: true } },
      reason: 'The processor asks for mails to send; holds only accounts that have one.',
    },
    {
      name: 'admins',
      key: { role: 1 },
      partialFilterExpression: { role: 'admin' },
      reason: 'The processor asks which admins there are; holds only those.',
    },
  ],
});

export const erasures = defineCollection<ErasureDocument>({
  name: 'erasures',
  holds: 'Ids of erased accounts, until the processor has forgotten them too.',
  fields: { _id: { type: ObjectId, required: true }, at: time },
});

export const refreshFamilies = defineCollection<FamilyDocument>({
  name: 'refreshFamilies',
  holds:
    'All refresh tokens of one sign-in: hashes of those that are valid and of those just spent, and whether the family was revoked.',
  fields: {
    _id: { ...text, match: /^[A-Za-z0-9_-]{22}$/ },
    userId: { type: ObjectId, required: true },
    currentHash: tokenHash,
    rotatedAt: time,
    createdAt: { type: Date },
    seenChangeId: { type: String },
    userAgent: { type: String, maxlength: 256 },
    otherTokens: { type: [embedded({ hash: tokenHash, issuedAt: time })], default: undefined },
    spentTokens: { type: [embedded({ hash: tokenHash, spentAt: time })], default: undefined },
    commonHash: { type: String, match: /^[A-Za-z0-9_-]{43}$/ },
    revokedAt: { type: Date },
    expiresAt: time,
  },
  indexes: [
    {
      name: 'expiry',
      key: { expiresAt: 1 },
      expireAfterSeconds: 0,
      reason: 'MongoDB deletes a family that can no longer be refreshed.',
    },
    { name: 'user', key: { userId: 1, rotatedAt: -1 }, reason: 'The sessions of a user are listed and ended.' },
  ],
});

export const authCollections = [users, refreshFamilies, erasures, auditLogCollection];
