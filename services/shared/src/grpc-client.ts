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
import { createReconnectingClient } from './grpc-reconnecting-client';
import { fromStatus, isNothingDone } from './grpc-errors';
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

export interface GrpcClientOptions<Definition> {
  /** Methods that must not run twice, as one that uses up a token: after an attempt that may have arrived there is no other. */
  nonIdempotent?: (keyof Methods<Definition>)[];
  tls?: GrpcTls | undefined;
}

// Nearly all of our calls are idempotent (order ids, operation ids) and may be repeated when the answer was lost.
const retryPolicy = {
  maxAttempts: 4,
  initialBackoff: '0.05s',
  maxBackoff: '0.5s',
  backoffMultiplier: 2,
  retryableStatusCodes: ['UNAVAILABLE'],
};

const channelOptions: ChannelOptions = {
  // A replica that disappears without closing its connection is noticed within 8 s.
  'grpc.keepalive_time_ms': 5_000,
  'grpc.keepalive_timeout_ms': 3_000,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  // Shorter than the retries of a call: a replica may go soon after its address was resolved.
  'grpc.dns_min_time_between_resolutions_ms': 200,
};

/** A client of every replica behind addresses as `grpcTarget` takes them, which it calls in turn. */
export function createGrpcClient<Definition>(
  constructor: ServiceConstructor<Definition>,
  addresses: string,
  { nonIdempotent = [], tls }: GrpcClientOptions<Definition> = {},
) {
  const methods = constructor.service as Methods<Definition>;
  const nonIdempotentPaths = nonIdempotent.map((name) => (methods[name] as AnyMethod).path);
  const options = {
    ...channelOptions,
    ...(tls && nameExpectedOf(methods)),
    'grpc.service_config': JSON.stringify(serviceConfigOf(nonIdempotentPaths)),
  };
  const connection = createReconnectingClient(
    () => new constructor(grpcTarget(addresses) ?? addresses, tls?.client ?? credentials.createInsecure(), options),
  );

  return {
    /**
     * A unary method as a function. It carries the request's ids and waits at most `timeoutMs` and until the request's
     * deadline. Rejects with the DomainError that the other side threw, or UNAVAILABLE where none answered in time.
     */
    unary:
      <Name extends keyof Methods<Definition>>(name: Name) =>
      (
        request: RequestOf<Methods<Definition>[Name]>,
        timeoutMs: number,
      ): Promise<ResponseOf<Methods<Definition>[Name]>> =>
        inClientSpan((methods[name] as AnyMethod).path, () => {
          const { path, requestSerialize: write, responseDeserialize: read } = methods[name] as AnyMethod;
          const { promise, resolve, reject } = Promise.withResolvers<ResponseOf<Methods<Definition>[Name]>>();
          const writes = currentWrites();
          const attempts = countAttempts();
          const callOptions = { deadline: deadlineWithin(timeoutMs), credentials: attempts.credentials };
          connection
            .current()
            .makeUnaryRequest(path, write, read, request, contextMetadata(), callOptions, (error, response) => {
              if (attempts.count() > 0 && !(error && isNothingDone(error))) noteWrite(writes);
              if (error) reject(fromStatus(error, serviceNameOf(path)));
              else resolve(response as ResponseOf<Methods<Definition>[Name]>);
            });
          return promise;
        }),

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

// The entry that names a method overrides the one for all; without a policy only a call that no server received is repeated.
const serviceConfigOf = (nonIdempotentPaths: string[]) => ({
  loadBalancingConfig: [{ round_robin: {} }],
  retryThrottling: { maxTokens: 100, tokenRatio: 0.1 },
  methodConfig: [
    { name: [{}], retryPolicy },
    ...nonIdempotentPaths.map((path) => ({ name: [{ service: path.split('/')[1], method: path.split('/')[2] }] })),
  ],
});

function nameExpectedOf(methods: object): ChannelOptions {
  const [{ path }] = Object.values(methods) as [AnyMethod];
  return { 'grpc.ssl_target_name_override': serviceNameOf(path) };
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
  const context = requestContext();
  const traceparent = currentTraceparent();
  if (context) metadata.set('x-request-id', context.requestId);
  if (context?.actor !== undefined) metadata.set('x-actor', context.actor);
  if (traceparent !== undefined) metadata.set('traceparent', traceparent);
  return metadata;
}

const deadlineWithin = (timeoutMs: number) => Math.min(Date.now() + timeoutMs, deadlineOfRequest());
