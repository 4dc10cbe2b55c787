import mongoose from 'mongoose';

const { MongoBulkWriteError, MongoError, MongoServerError } = mongoose.mongo;

const duplicateKey = 11_000;
// The replica set has no primary, is stepping down or shutting down, or majority did not acknowledge in time.
const awayCodes = new Set([6, 7, 50, 64, 89, 91, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436, 50_915]);

const awayNames = /Network|ServerSelection|Timeout|Topology|NotConnected|ClientClosed|PoolCleared|Expired/;

/** Whether the database was out of reach or too slow; what was written then may have taken effect or not. */
export function isMongoAway(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  if (error.hasErrorLabel('RetryableWriteError')) return true;
  // A bulk write wraps the error of a lost connection in one without a code.
  if (error instanceof MongoBulkWriteError && error.code === undefined) return true;
  if (error instanceof MongoServerError) return typeof error.code === 'number' && awayCodes.has(error.code);
  return awayNames.test(error.name);
}

/** Whether a write found a document with its key. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === duplicateKey;

/** Whether a transaction lost against another one and should be decided again. */
export const isTransient = (error: unknown): boolean =>
  error instanceof MongoError &&
  (error.hasErrorLabel('TransientTransactionError') || error.hasErrorLabel('UnknownTransactionCommitResult'));
