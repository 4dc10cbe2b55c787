import { Schema, type mongo as driver } from 'mongoose';
import { defineCollection, embedded } from '@orders/shared/collection';
import type { Role } from '../domain/user';

export interface UserDocument {
  _id: driver.ObjectId;
  name: string;
  email: string;
  emailKey: string;
  passwordHash: string;
  role: Role;
  createdAt: Date;
}

export interface FamilyDocument {
  _id: string;
  userId: driver.ObjectId;
  currentHash: string;
  rotatedAt: Date;
  /** These four are absent in families of earlier versions that were not refreshed since. */
  createdAt?: Date;
  userAgent?: string;
  otherTokens?: { hash: string; issuedAt: Date }[];
  spentTokens?: { hash: string; spentAt: Date }[];
  revokedAt?: Date;
  expiresAt: Date;
}

const { ObjectId } = Schema.Types;
const text = { type: String, required: true };
const time = { type: Date, required: true };
const tokenHash = { ...text, match: /^[A-Za-z0-9_-]{43}$/ };

export const users = defineCollection<UserDocument>({
  name: 'users',
  holds:
    'Accounts: the e-mail address as typed, and `emailKey` (lower case, NFC, ASCII domain) by which addresses are compared.',
  fields: {
    _id: { type: ObjectId, required: true },
    name: text,
    email: { ...text, minlength: 1 },
    emailKey: { ...text, minlength: 1 },
    passwordHash: { ...text, match: /^\$(argon2id|2[aby])\$/ },
    role: { ...text, enum: ['user', 'admin'] satisfies Role[] },
    createdAt: time,
  },
  indexes: [{ name: 'email', key: { emailKey: 1 }, unique: true, reason: 'An address has one account.' }],
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
    userAgent: { type: String, maxlength: 256 },
    otherTokens: { type: [embedded({ hash: tokenHash, issuedAt: time })], default: undefined },
    spentTokens: { type: [embedded({ hash: tokenHash, spentAt: time })], default: undefined },
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

export const authCollections = [users, refreshFamilies];
