import { DomainError } from '@orders/shared/errors';
import type { Mongo } from '@orders/shared/mongo';
import mongoose, { type mongo } from 'mongoose';
import type { Moment } from '../use-cases/list-stock';

export interface FindAt<Document> {
  collection: string;
  filter: mongo.Filter<Document>;
  sort: mongo.Document;
  limit: number;
  /** Chosen by the database where it is not given. */
  readAt?: Moment | undefined;
}

const { MongoServerError, Timestamp } = mongoose.mongo;
// The driver's snapshot sessions accept no moment from their caller, so the command names it itself.
const tooOldCodes = new Set<unknown>([239, 246]);

/** Finds documents as they were at a moment, without a lock; returns the moment too. */
export async function findAt<Document>(
  database: Pick<Mongo, 'command'>,
  { collection, filter, sort, limit, readAt }: FindAt<Document>,
): Promise<{ documents: Document[]; readAt: Moment }> {
  const atClusterTime = readAt === undefined ? {} : { atClusterTime: Timestamp.fromString(readAt, 10) };
  const find = { find: collection, filter, sort, limit, batchSize: limit, singleBatch: true };
  try {
    const { cursor } = await database.command({ ...find, readConcern: { level: 'snapshot', ...atClusterTime } });
    const found = cursor as { firstBatch: Document[]; atClusterTime: mongo.Timestamp };
    return { documents: found.firstBatch, readAt: found.atClusterTime.toBigInt().toString() };
  } catch (error) {
    if (error instanceof MongoServerError && tooOldCodes.has(error.code)) throw momentPassed();
    throw error;
  }
}

const momentPassed = () =>
  new DomainError('ILLEGAL_STATE', {
    code: 'MOMENT_PASSED',
    message: 'the moment in read_at is no longer available',
  });
