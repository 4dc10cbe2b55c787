import type { CollectionDefinition } from '@orders/shared/collection';
import { createMongo, type Mongo } from '@orders/shared/mongo';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { mongo as driver } from 'mongoose';
import { requiredVariable, silentLog } from '../support/test-database';

/** What happens at one effect of a process, by its number from 1. */
export interface Disturbance {
  before?: (effect: Effect) => Promise<void>;
  after?: (effect: Effect) => Promise<void>;
}

export interface Effect {
  number: number;
  /** As `orders.insertMany`, `commit`, `sqs.SendMessageBatchCommand`, `mail`. */
  name: string;
  /** What its caller would hear if the connection broke now. */
  lost: () => Error;
}

/** A planted fault: what a faulty store would ask the driver for instead. */
export type Fault = (name: string, args: unknown[]) => unknown[];

/** Counts the effects of one process on what stands outside it, and lets a test step in at each. */
export function createEffects({ before, after }: Disturbance = {}) {
  const names: string[] = [];
  const grave = Promise.withResolvers<never>();
  grave.promise.catch(() => undefined);
  const life = { isOver: false };
  const crashed = Promise.withResolvers<true>();

  /** A dead process gets no answer and does nothing more. */
  const alive = <T>(answer: T): T | Promise<T> => (life.isOver ? grave.promise : answer);

  return {
    names,
    crash: () => {
      life.isOver = true;
      crashed.resolve(true);
    },
    crashed: crashed.promise,
    isCrashed: () => life.isOver,
    /** Ends what a dead process waits for, so that nothing of it outlives the test. */
    bury: () => {
      life.isOver = true;
      grave.reject(new Error('this process is dead'));
    },
    /** Resolves at once where the process lives, else when it is buried: as a server ends what a dead client left open. */
    untilBuried: (): Promise<unknown> => (life.isOver ? grave.promise.catch(() => undefined) : Promise.resolve()),
    read: async <T>(work: () => Promise<T>): Promise<T> => {
      await alive(undefined);
      return alive(await work());
    },
    run: async <T>(name: string, lost: () => Error, work: () => Promise<T>): Promise<T> => {
      await alive(undefined);
      const effect = { number: names.push(name), name, lost };
      await before?.(effect);
      await alive(undefined);
      const answer = await work();
      await after?.(effect);
      return alive(answer);
    },
  };
}

export type Effects = ReturnType<typeof createEffects>;

/** A service's database whose writes and commits count as effects. */
export function countedMongo(mongo: Mongo, effects: Effects, fault: Fault = (_, args) => args): Mongo {
  return {
    ...mongo,
    collection: <Kept extends driver.Document>(collection: CollectionDefinition<Kept> | string) =>
      countedCollection(mongo.collection(collection), { effects, fault }),
    startSession: () => countedSession(mongo.startSession(), effects),
  };
}

const writes = new Set(['insertOne', 'insertMany', 'bulkWrite', 'updateOne', 'updateMany', 'findOneAndUpdate']);
const reads = new Set(['findOne', 'countDocuments']);

type Method = (...args: unknown[]) => unknown;

function countedCollection<Kept extends driver.Document>(
  collection: driver.Collection<Kept>,
  { effects, fault }: { effects: Effects; fault: Fault },
): driver.Collection<Kept> {
  return new Proxy(collection, {
    get: (target, property) => {
      const value = Reflect.get(target, property, target) as unknown;
      if (typeof value !== 'function' || typeof property !== 'string') return value;
      const name = `${target.collectionName}.${property}`;
      const call = (args: unknown[]) => (value as Method).apply(target, fault(name, args)) as Promise<unknown>;
      if (writes.has(property)) {
        return (...args: unknown[]) =>
          effects.run(
            name,
            () => lostWrite(args),
            () => call(args),
          );
      }
      if (reads.has(property)) return (...args: unknown[]) => effects.read(() => call(args));
      if (property === 'find') return (...args: unknown[]) => readCursor(call(args), effects);
      return value.bind(target) as unknown;
    },
  });
}

/** A cursor whose documents a dead process never sees. */
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
    await effects.untilBuried();
    await abort(options);
  };
  return session;
}

const lostWrite = (args: unknown[]) => {
  const isInTransaction = args.some((arg) => typeof arg === 'object' && arg !== null && 'session' in arg);
  return isInTransaction ? brokenConnection('TransientTransactionError') : brokenConnection();
};

/** As the driver says it, with the label that it adds. */
function brokenConnection(label?: string): Error {
  const error = new driver.MongoNetworkError('the connection was lost');
  if (label !== undefined) error.addErrorLabel(label);
  return error;
}

// How often messages in hand are hidden again depends on the time, and so would the numbers of what follows.
const isUncounted = new Set(['GetQueueAttributesCommand', 'ChangeMessageVisibilityBatchCommand']);

/** A client of SQS whose sends, deletes and receives of something count as effects. */
export function countedSqs(sqs: SQSClient, effects: Effects): SQSClient {
  const lost = () => new Error('the queue did not answer');
  const send = async (command: { constructor: { name: string } }, options: unknown) => {
    const { name } = command.constructor;
    const ask = () => (sqs.send as Method).call(sqs, command, options) as Promise<{ Messages?: unknown[] }>;
    if (isUncounted.has(name)) return effects.read(ask);
    if (name !== 'ReceiveMessageCommand') return effects.run(`sqs.${name}`, lost, ask);
    // An empty receive is no effect; how many there are depends on the time.
    const received = await effects.read(ask);
    return received.Messages ? effects.run(`sqs.${name}`, lost, () => Promise.resolve(received)) : received;
  };
  return { send } as unknown as SQSClient;
}

/** A connection that all processes of a test share; only what they do through it is counted apart. */
export async function openMongo(database: string): Promise<Mongo> {
  const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database, log: silentLog });
  await mongo.connect();
  return mongo;
}
