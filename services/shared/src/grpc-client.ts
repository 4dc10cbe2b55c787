import {
  credentials,
  Metadata,
  status,
  type ChannelCredentials,
  type ChannelOptions,
  type Client,
  type ClientReadableStream,
  type ServiceError,
} from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import { channelOptionsFor } from './grpc-channel-options';
import { createCallGroups, GroupedCallError, sendCalls, type GroupedCall } from './grpc-call-groups';
import { createReconnectingClient } from './grpc-reconnecting-client';
import { fromStatus, mayHaveArrived } from './grpc-errors';
import { grpcTarget } from './grpc-target';
import { serviceNameOf, type GrpcTls } from './grpc-tls';
import { currentTraceparent, deadlineOfRequest, requestContext } from './request-context';
import { SpanKind, withSpan } from './span';
import { currentWrites, noteWrite } from './writes';

/** What @orders/proto exports for a service: its client constructor with its definition. */
interface ServiceConstructor<Definition> {
  new (address: string, channelCredentials: ChannelCredentials, options: ChannelOptions): Client;
  service: Definition;
}

// The methods that are named; grpc-js adds an index signature, which would let any name pass.
type Methods<Definition> = { [Name in keyof Definition as string extends Name ? never : Name]: Definition[Name] };
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the variance of MethodDefinition admits nothing narrower
type AnyMethod = MethodDefinition<any, any, any, any>;
// The four parameters of a MethodDefinition: request, response as a server gives them, then both as a reader gets them.
type RequestOf<Method> = Method extends { requestSerialize: (request: infer Request) => Buffer } ? Request : never;
type ResponseOf<Method> = Method extends { responseDeserialize: (bytes: Buffer) => infer Response } ? Response : never;

type CallOf<Method> = (request: RequestOf<Method>, timeoutMs: number) => Promise<ResponseOf<Method>>;

export interface GrpcClientOptions<Definition> {
  /** Methods that must not run twice, as one that uses up a token: after an attempt that may have arrived there is no other. */
  nonIdempotent?: (keyof Methods<Definition>)[];
  tls?: GrpcTls | undefined;
}

/** A client of every replica behind addresses as `grpcTarget` takes them, which it calls in turn. */
export function createGrpcClient<Definition>(
  constructor: ServiceConstructor<Definition>,
  addresses: string,
  { nonIdempotent = [], tls }: GrpcClientOptions<Definition> = {},
) {
  const methods = constructor.service as Methods<Definition>;
  const nonIdempotentPaths = nonIdempotent.map((name) => (methods[name] as AnyMethod).path);
  const [{ path: anyPath }] = Object.values(methods) as [AnyMethod];
  const options = channelOptionsFor({ nonIdempotentPaths, expectedName: tls && serviceNameOf(anyPath) });
  const connection = createReconnectingClient(
    () => new constructor(grpcTarget(addresses) ?? addresses, tls?.client ?? credentials.createInsecure(), options),
  );

  const unary =
    <Name extends keyof Methods<Definition>>(name: Name): CallOf<Methods<Definition>[Name]> =>
    (request, timeoutMs) =>
      inClientSpan((methods[name] as AnyMethod).path, () => {
        const { path, requestSerialize: write, responseDeserialize: read } = methods[name] as AnyMethod;
        const { promise, resolve, reject } = Promise.withResolvers<ResponseOf<Methods<Definition>[Name]>>();
        const writes = currentWrites();
        const attempts = countAttempts();
        const callOptions = { deadline: deadlineWithin(timeoutMs), credentials: attempts.credentials };
        connection
          .current()
          .makeUnaryRequest(path, write, read, request, contextMetadata(), callOptions, (error, response) => {
            if (!error || mayHaveArrived(error, attempts.count())) noteWrite(writes);
            if (error) reject(fromStatus(error, serviceNameOf(path)));
            else resolve(response as ResponseOf<Methods<Definition>[Name]>);
          });
        return promise;
      });

  const groups = createCallGroups((calls, deadline) => {
    const attempts = countAttempts();
    const stream = sendCalls(connection.current(), calls, { deadline, credentials: attempts.credentials });
    return { stream, attempts: attempts.count };
  });

  return {
    /**
     * A unary method as a function. It carries the request's ids and waits at most `timeoutMs` and until the request's
     * deadline. Rejects with the DomainError that the other side threw, or UNAVAILABLE where none answered in time.
     */
    unary,

    /** The same, but calls that wait at the same time share a request; for methods that may run twice. */
    grouped: <Name extends keyof Methods<Definition> & string>(name: Name): CallOf<Methods<Definition>[Name]> =>
      createGroupedCall(methods[name] as AnyMethod, { name, submit: groups.submit, callAlone: unary(name) }),

    /** A server stream without a deadline; the caller cancels it. */
    stream:
      <Name extends keyof Methods<Definition>>(name: Name) =>
      (request: RequestOf<Methods<Definition>[Name]>): ClientReadableStream<ResponseOf<Methods<Definition>[Name]>> => {
        const { path, requestSerialize: write, responseDeserialize: read } = methods[name] as AnyMethod;
        return inStreamSpan(path, () =>
          connection.current().makeServerStreamRequest(path, write, read, request, contextMetadata(), {}),
        );
      },

    /** Resolves once there is a connection; rejects after `timeoutMs`. */
    ping: (timeoutMs: number): Promise<void> =>
      new Promise((resolve, reject) => {
        connection.current().waitForReady(Date.now() + timeoutMs, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),

    stop: connection.stop,
  };
}

interface GroupedNeeds<Method> {
  name: string;
  submit: (call: GroupedCall) => Promise<Buffer>;
  callAlone: CallOf<Method>;
}

/** A method whose calls go in groups; what a group leaves open is called by itself where that may help. */
const createGroupedCall =
  <Method>(method: AnyMethod, { name, submit, callAlone }: GroupedNeeds<Method>): CallOf<Method> =>
  (request, timeoutMs) =>
    inClientSpan(method.path, async () => {
      const writes = currentWrites();
      const call = { method: name, request: method.requestSerialize(request), ...contextIds() };
      try {
        const response = await submit({ ...call, deadline: deadlineWithin(timeoutMs) });
        noteWrite(writes);
        return method.responseDeserialize(response) as ResponseOf<Method>;
      } catch (reason) {
        if (!(reason instanceof GroupedCallError)) throw reason;
        if (reason.mayHaveArrived) noteWrite(writes);
        if (reason.mayBeRepeated) return await callAlone(request, timeoutMs);
        throw fromStatus(reason.status, serviceNameOf(method.path));
      }
    });

/** Counts the attempts of a call that found a connection: only these may have arrived. */
function countAttempts() {
  let count = 0;
  // grpc-js asks for the credentials of an attempt right before it sends it.
  const generator = credentials.createFromMetadataGenerator((_, supply) => {
    count += 1;
    supply(null, new Metadata());
  });
  return { credentials: generator, count: () => count };
}

const inClientSpan = <T>(path: string, call: () => Promise<T>): Promise<T> => {
  const name = path.slice(1);
  const attributes = { 'rpc.system.name': 'grpc', 'rpc.method': name };
  return withSpan(name, { kind: SpanKind.CLIENT, attributes }, call);
};

/** Begins a stream within a span that ends with it. */
function inStreamSpan<Stream extends ClientReadableStream<unknown>>(path: string, begin: () => Stream): Stream {
  let stream!: Stream;
  const ended = inClientSpan(path, () => {
    stream = begin();
    return endOf(stream, serviceNameOf(path));
  });
  ended.catch(() => undefined); // The stream itself reports the failure to its reader.
  return stream;
}

const endOf = (stream: ClientReadableStream<unknown>, service: string): Promise<void> =>
  new Promise((resolve, reject) => {
    // A stream that its reader cancelled has not failed. In one that has, the error comes before the status.
    stream.once('error', (error: ServiceError) => {
      if (error.code !== status.CANCELLED) reject(fromStatus(error, service));
    });
    stream.once('status', () => resolve());
  });

function contextMetadata(): Metadata {
  const metadata = new Metadata();
  const { requestId, actor, traceparent } = contextIds();
  if (requestId !== '') metadata.set('x-request-id', requestId);
  if (actor !== '') metadata.set('x-actor', actor);
  if (traceparent !== '') metadata.set('traceparent', traceparent);
  return metadata;
}

function contextIds() {
  const { requestId = '', actor = '' } = requestContext() ?? {};
  return { requestId, actor, traceparent: currentTraceparent() ?? '' };
}

const deadlineWithin = (timeoutMs: number) => Math.min(Date.now() + timeoutMs, deadlineOfRequest());
