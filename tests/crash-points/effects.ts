import type { CollectionDefinition } from '@orders/shared/collection';
import { createMongo, type Mongo } from '@orders/shared/mongo';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { mongo as driver } from 'mongoose';
import type { CrashPointFault } from '../planted-faults/planted-fault';
import { requiredVariable, silentLog } from '../support/test-database';

/** What happens at one effect of a process, by its number from 1. */
export interface Disturbance {
  before?: (effect: Effect) => Promise<void>;
  after?: (effect: Effect) => Promise<void>;
}

export interface Effect {
  number: number;
  /** As `orders.insertMany`, `commit`, `sqs.SendMessageBatchCommand`, `mail`, `post`. */
  name: string;
  /** The error that its caller would get if the connection broke now. */
  connectionLost: () => Error;
}

/** Counts the effects of one process on databases, queue, mail and receivers, and lets a test intervene at each. */
export function createEffects({ before, after }: Disturbance = {}) {
  const names: string[] = [];
  const unanswered = Promise.withResolvers<never>();
  unanswered.promise.catch(() => undefined);
  const state = { hasCrashed: false };
  const crashed = Promise.withResolvers<true>();

  /** A crashed process gets no answer and does nothing more. */
  const unlessCrashed = <T>(answer: T): T | Promise<T> => (state.hasCrashed ? unanswered.promise : answer);

  return {
    names,
    crash: () => {
      state.hasCrashed = true;
      crashed.resolve(true);
    },
    crashed: crashed.promise,
    hasCrashed: () => state.hasCrashed,
    /** Rejects what a crashed process waits for, so that nothing of it outlives the test. */
    dispose: () => {
      state.hasCrashed = true;
      unanswered.reject(new Error('this process has crashed'));
    },
    /** Resolves at once while the process runs, else when it is disposed: as a server ends what a dead client left open. */
    untilDisposed: (): Promise<unknown> =>
      state.hasCrashed ? unanswered.promise.catch(() => undefined) : Promise.resolve(),
    read: async <T>(work: () => Promise<T>): Promise<T> => {
      await unlessCrashed(undefined);
      return unlessCrashed(await work());
    },
    run: async <T>(name: string, connectionLost: () => Error, work: () => Promise<T>): Promise<T> => {
      await unlessCrashed(undefined);
      const effect = { number: names.push(name), name, connectionLost };
      await before?.(effect);
      await unlessCrashed(undefined);
      const answer = await work();
      await after?.(effect);
      return unlessCrashed(answer);
    },
  };
}

export type Effects = ReturnType<typeof createEffects>;

export type PlantedCommand = Pick<CrashPointFault, 'command' | 'change'>;

/** A service's database whose writes and commits count as effects. */
export function countedMongo(mongo: Mongo, effects: Effects, fault?: PlantedCommand): Mongo {
  return {
    ...mongo,
    collection: <Kept extends driver.Document>(collection: CollectionDefinition<Kept> | string) =>
      countedCollection(mongo.collection(collection), { effects, fault }),
    startSession: () => countedSession(mongo.startSession(), effects),
  };
}

const writes = new Set([
  'insertOne',
  'insertMany',
  'bulkWrite',
  'updateOne',
  'updateMany',
  'findOneAndUpdate',
  'deleteMany',
]);
const reads = new Set(['findOne', 'countDocuments']);

type Method = (...args: unknown[]) => unknown;

function countedCollection<Kept extends driver.Document>(
  collection: driver.Collection<Kept>,
  { effects, fault }: { effects: Effects; fault: PlantedCommand | undefined },
): driver.Collection<Kept> {
  return new Proxy(collection, {
    get: (target, property) => {
      const value = Reflect.get(target, property, target) as unknown;
      if (typeof value !== 'function' || typeof property !== 'string') return value;
      const name = `${target.collectionName}.${property}`;
      const call = (args: unknown[]) =>
        (value as Method).apply(target, fault?.command === name ? fault.change(args) : args) as Promise<unknown>;
      if (writes.has(property)) {
        return (...args: unknown[]) =>
          effects.run(
            name,
            () => lostWrite(args),
            () => call(args),
          );
      }
      if (reads.has(property)) return (...args: unknown[]) => effects.read(() => call(args));
      if (property === 'find' || property === 'aggregate')
        return (...args: unknown[]) => readCursor(call(args), effects);
      return value.bind(target) as unknown;
    },
  });
}

/** A cursor whose documents a crashed process never gets. */
function readCursor(cursor: object, effects: Effects): unknown {
  return new Proxy(cursor, {
    get: (target, property) => {
      const method = Reflect.get(target, property, target) as unknown;
      if (typeof method !== 'function') return method;
      if (property === 'toArray') return () => effects.read(() => method.call(target) as Promise<unknown>);
      return (...args: unknown[]) => readCursor(method.apply(target, args) as object, effects);
    },
  });
}

function countedSession(session: driver.ClientSession, effects: Effects): driver.ClientSession {
  const commit = session.commitTransaction.bind(session);
  const abort = session.abortTransaction.bind(session);
  session.commitTransaction = () =>
    effects.run('commit', () => brokenConnection('UnknownTransactionCommitResult'), commit);
  session.abortTransaction = async (options) => {
    await effects.untilDisposed();
    await abort(options);
  };
  return session;
}

const lostWrite = (args: unknown[]) => {
  const isInTransaction = args.some((arg) => typeof arg === 'object' && arg !== null && 'session' in arg);
  return isInTransaction ? brokenConnection('TransientTransactionError') : brokenConnection();
};

/** The driver's error, with the label that it adds. */
function brokenConnection(label?: string): Error {
  const error = new driver.MongoNetworkError('the connection was lost');
  if (label !== undefined) error.addErrorLabel(label);
  return error;
}

// How often messages in flight are hidden again depends on the time, and would change the numbers of later effects.
const isUncounted = new Set(['GetQueueAttributesCommand', 'ChangeMessageVisibilityBatchCommand']);

/** A client of SQS whose sends, deletes and receives of something count as effects. */
export function countedSqs(sqs: SQSClient, effects: Effects): SQSClient {
  const lost = () => new Error('the queue is unavailable');
  const send = async (command: { constructor: { name: string } }, options: unknown) => {
    const { name } = command.constructor;
    const request = () => (sqs.send as Method).call(sqs, command, options) as Promise<{ Messages?: unknown[] }>;
    if (isUncounted.has(name)) return effects.read(request);
    if (name !== 'ReceiveMessageCommand') return effects.run(`sqs.${name}`, lost, request);
    // An empty receive is no effect; how many there are depends on the time.
    const received = await effects.read(request);
    return received.Messages ? effects.run(`sqs.${name}`, lost, () => Promise.resolve(received)) : received;
  };
  return { send } as unknown as SQSClient;
}

/** A connection that all processes of a test share; their effects are counted separately. */
export async function openMongo(database: string): Promise<Mongo> {
  const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database, log: silentLog });
  await mongo.connect();
  return mongo;
}
