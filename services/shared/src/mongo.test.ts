import mongoose from 'mongoose';
import { isMongoUnavailable } from './mongo';

const { MongoBulkWriteError, MongoServerError } = mongoose.mongo;

test.each([
  ['is not primary', 10_107],
  ['got no acknowledgement of a majority in time', 64],
  ['has lost the cursor', 43],
  ['has no disk space left', 14_031],
])('a server that %s is unavailable', (message, code) => {
  expect(isMongoUnavailable(new MongoServerError({ message, code }))).toBe(true);
  expect(isMongoUnavailable(new MongoBulkWriteError({ message, code }, {} as never))).toBe(true);
});

test.each([
  ['a duplicate key', 11_000],
  ['a document that validation refuses', 121],
])('%s is no outage', (message, code) => {
  expect(isMongoUnavailable(new MongoServerError({ message, code }))).toBe(false);
});
