import os from 'node:os';
import mongoose, { type mongo } from 'mongoose';
import type { CollectionDefinition } from './collection';
import { unavailable } from './errors';
import type { Log } from './log';
import { mongoSelectionMs, mongoSocketMs, mongoWriteConcernMs } from './time-limits';
import { noteWrite } from './writes';

export interface MongoOptions {
  uri: string;
  /** The database of this service; no other service reads it. */
  database: string;
  log: Log;
}

const retryConnectMs = 1_000;

/**
 * A service's own database. Reads are from the primary and see what a majority has; writes are acknowledged by a majority.
 * It starts without the database too, and keeps trying to connect.
 */
export function createMongo({ uri, database, log }: MongoOptions) {
  const connection = mongoose.createConnection();
  let stopped = false;

  const connectedDatabase = (): mongo.Db => {
    if (!connection.db) throw unavailable('the database is not connected yet');
    return connection.db;
  };

  const modelOf = ({ name, schemas }: CollectionDefinition) =>
    connection.models[name] ?? connection.model(name, schemas[0], name);

  async function connect(): Promise<void> {
    for (;;) {
      try {
        await connection.openUri(uri, connectionOptions(database));
        connection.getClient().on('commandStarted', noteCommand);
        return;
      } catch (error) {
        if (stopped) return;
        log.warn({ error }, 'database is unavailable; trying again');
        await new Promise((resolve) => setTimeout(resolve, retryConnectMs));
      }
    }
  }

  return {
    /** Waits for the connection for a moment, then connects in the background. */
    start: async () => {
      await Promise.race([connect(), new Promise((resolve) => setTimeout(resolve, retryConnectMs))]);
    },
    /** Waits until it is connected: for commands that need the database. */
    connect,
    stop: async () => {
      stopped = true;
      await connection.close();
    },
    ping: () => connectedDatabase().command({ ping: 1 }),
    /**
     * The native collection of the definition's model, so nothing stands between a service and the driver; by its name only
     * for tests, which look at what is stored.
     */
    collection: <Document extends mongo.Document>(collection: CollectionDefinition<Document> | string) => {
      const database = connectedDatabase();
      const name = typeof collection === 'string' ? collection : modelOf(collection).collection.collectionName;
      return database.collection<Document>(name);
    },
    /** A database command for which the driver has no method. */
    command: (command: mongo.Document) => connectedDatabase().command(command),
    /** Deletes all that the service keeps. */
    dropDatabase: () => connectedDatabase().dropDatabase(),
    /** The server's own database, for commands on sessions. */
    admin: () => {
      connectedDatabase();
      return connection.getClient().db('admin');
    },
    /** A session of the driver, for transactions. */
    startSession: () => {
      connectedDatabase();
      return connection.getClient().startSession();
    },
  };
}

export type Mongo = ReturnType<typeof createMongo>;

const connectionOptions = (database: string): mongoose.ConnectOptions => ({
  dbName: database,
  // Under this name the server lists what the service has open.
  appName: database,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  readPreference: 'primary',
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority', wtimeoutMS: mongoWriteConcernMs },
  serverSelectionTimeoutMS: mongoSelectionMs,
  connectTimeoutMS: mongoSelectionMs,
  socketTimeoutMS: mongoSocketMs,
  waitQueueTimeoutMS: mongoSelectionMs,
  monitorCommands: true,
  // Else the driver imports it when connecting, which a test's module loader refuses.
  runtimeAdapters: { os },
});

const writeCommands = new Set(['insert', 'update', 'delete', 'findAndModify', 'commitTransaction']);

// The writes of a transaction have no effect before its commit.
function noteCommand({ commandName, command }: mongo.CommandStartedEvent): void {
  const isPartOfTransaction = command['autocommit'] === false && commandName !== 'commitTransaction';
  if (writeCommands.has(commandName) && !isPartOfTransaction) noteWrite();
}

const { MongoBulkWriteError, MongoError, MongoServerError } = mongoose.mongo;

const duplicateKey = 11_000;
// There is no primary, it is stepping or shutting down, a majority did not acknowledge in time, a cursor went with its
// server (43), no member can be read as asked (133, 134), or it lacks cache (365) or disk space (14031) at present.
const unavailableCodes = new Set([
  6, 7, 43, 50, 64, 89, 91, 133, 134, 189, 262, 365, 9001, 10_107, 11_600, 11_602, 13_435, 13_436, 14_031, 50_915,
]);

const unavailableNames = /Network|ServerSelection|Timeout|Topology|NotConnected|ClientClosed|PoolCleared|Expired/;

/** Whether the database was unreachable or too slow; a write that failed so may have taken effect. */
export function isMongoUnavailable(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  if (error.hasErrorLabel('RetryableWriteError')) return true;
  // A bulk write wraps the error of a lost connection in one without a code.
  if (error instanceof MongoBulkWriteError && error.code === undefined) return true;
  if (error instanceof MongoServerError) return typeof error.code === 'number' && unavailableCodes.has(error.code);
  return unavailableNames.test(error.name);
}

/** Whether a write failed because another document has its unique key. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === duplicateKey;

/** Whether a transaction conflicted with another one and should be repeated. */
export const isTransient = (error: unknown): boolean =>
  error instanceof MongoError &&
  (error.hasErrorLabel('TransientTransactionError') || error.hasErrorLabel('UnknownTransactionCommitResult'));
