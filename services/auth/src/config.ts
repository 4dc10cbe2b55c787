import { availableParallelism } from 'node:os';
import type { KeyObject } from 'node:crypto';
import { nodeEnv, port, readConfig, wholeNumber } from '@orders/shared/config';
import { databaseVariables, grpcTlsVariables, listenVariables, logVariables } from '@orders/shared/variables';
import { z } from 'zod';
import { makeKeyLine, readPrivateKey, readPublicKeys } from './tokens/pem';

/** The key of a variable, or why there is none. */
export type SigningKeySetting = { key: KeyObject } | { problem: string };

const database = { ...databaseVariables('AUTH'), ...logVariables };

/** The variables that the auth service reads. */
export const readAuthConfig = () => readConfig(authVariables());

export const authVariables = () => ({
  ...database,
  NODE_ENV: nodeEnv,
  ...listenVariables,
  ...grpcTlsVariables,
  AUTH_GRPC_PORT: port(50_051).describe('gRPC port.'),
  AUTH_METRICS_PORT: port(9_461).describe('Port of metrics and health.'),
  RUN_DIR: z.string().default('.run').describe('Folder in which a development key is kept.'),
  JWT_PRIVATE_KEY: signingKey(process.env['NODE_ENV'] === 'production').describe(
    'Signs access tokens: a PEM private key (P-256, or RSA of at least 2,048 bits), literal, with `\\n` for line ends, or a path. Required in production; in development one is made and kept.',
  ),
  JWT_PREVIOUS_PUBLIC_KEYS: previousKeys.describe(
    'Public keys whose tokens are still accepted: PEMs one after the other, or paths separated by commas.',
  ),
  JWT_ISSUER: z.string().default('order-placing').describe('`iss` of access tokens.'),
  JWT_AUDIENCE: z.string().default('order-placing-api').describe('`aud` of access tokens.'),
  // Hashing shares libuv's four threads with file and name look-ups, which must not wait for it.
  PASSWORD_HASHES_AT_ONCE: wholeNumber(1, 64, Math.min(3, availableParallelism())).describe(
    'Passwords that one auth process hashes at once; by default one per processor, at most 3.',
  ),
  PASSWORD_HASHES_WAITING: wholeNumber(0, 10_000, 100).describe(
    'Passwords that may wait to be hashed; further callers are answered 503.',
  ),
});

/** What the commands beside the service need. */
export const readDatabaseConfig = () => readConfig(database);

const signingKey = (isRequired: boolean) =>
  z
    .string()
    .default('')
    .transform((value, context): SigningKeySetting => {
      try {
        if (value === '') throw new Error('is missing');
        return { key: readPrivateKey(value) };
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        if (isRequired) {
          context.addIssue(`${problem}: make a key with "${makeKeyLine}" and give its text or its path`);
        }
        return { problem };
      }
    });

const previousKeys = z
  .string()
  .default('')
  .transform((value, context): KeyObject[] => {
    try {
      return value === '' ? [] : readPublicKeys(value);
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
