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
import { createFreshClient } from './grpc-fresh-client';
import { fromStatus } from './grpc-errors';
import { certificateNameOf, type GrpcTls } from './grpc-tls';
import { currentTraceparent, deadlineOfRequest, requestContext } from './request-context';
import { SpanKind, withSpan } from './span';

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
  /** Methods whose repetition does harm, as one that spends a token: an attempt that may have arrived is the last. */
  unrepeatable?: (keyof Methods<Definition>)[];
  tls?: GrpcTls | undefined;
}

// Nearly all of our calls are idempotent (order ids, operation ids) and may be tried again when the answer was lost.
const retryPolicy = {
  maxAttempts: 4,
  initialBackoff: '0.05s',
  maxBackoff: '0.5s',
  backoffMultiplier: 2,
  retryableStatusCodes: ['UNAVAILABLE'],
};

const channelOptions: ChannelOptions = {
  // A replica that is gone without a word is noticed within 8 s.
  'grpc.keepalive_time_ms': 5_000,
  'grpc.keepalive_timeout_ms': 3_000,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.min_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
  // Less than the retries of a call take: where a replica goes soon after the last look, the next look must not be late.
  'grpc.dns_min_time_between_resolutions_ms': 200,
};

/** A client of every replica behind an address list (`host:port,host:port` or `dns:///host:port`), calls in turn. */
export function createGrpcClient<Definition>(
  constructor: ServiceConstructor<Definition>,
  addresses: string,
  { unrepeatable = [], tls }: GrpcClientOptions<Definition> = {},
) {
  const methods = constructor.service as Methods<Definition>;
  const once = unrepeatable.map((name) => (methods[name] as AnyMethod).path);
  const options = {
    ...channelOptions,
    ...(tls && nameExpectedOf(methods)),
    'grpc.service_config': JSON.stringify(serviceConfigOf(once)),
  };
  const fresh = createFreshClient(
    () => new constructor(targetOf(addresses), tls?.client ?? credentials.createInsecure(), options),
  );

  return {
    /**
     * A unary method as a function. It carries the request's ids and never waits past `timeoutMs` nor past the caller's
     * own deadline. Rejects with the DomainError that the other side threw, or UNAVAILABLE where none answered in time.
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
          const deadline = deadlineWithin(timeoutMs);
          fresh
            .current()
            .makeUnaryRequest(path, write, read, request, contextMetadata(), { deadline }, (error, response) => {
              if (error) reject(fromStatus(error));
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
          fresh.current().makeServerStreamRequest(path, write, read, request, contextMetadata(), {}),
        );
      },

    /** Resolves once a connection stands; rejects after `timeoutMs`. */
    ping: (timeoutMs: number): Promise<void> =>
      new Promise((resolve, reject) => {
        fresh.current().waitForReady(Date.now() + timeoutMs, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),

    stop: fresh.stop,
  };
}

// The entry that names a method wins over the one for all; without a policy only what nobody took is tried again.
const serviceConfigOf = (oncePaths: string[]) => ({
  loadBalancingConfig: [{ round_robin: {} }],
  retryThrottling: { maxTokens: 100, tokenRatio: 0.1 },
  methodConfig: [
    { name: [{}], retryPolicy },
    ...oncePaths.map((path) => ({ name: [{ service: path.split('/')[1], method: path.split('/')[2] }] })),
  ],
});

function nameExpectedOf(methods: object): ChannelOptions {
  const [{ path }] = Object.values(methods) as [AnyMethod];
  return { 'grpc.ssl_target_name_override': certificateNameOf(path) };
}

// Several addresses without a name server: grpc-js takes a list of IPv4 addresses as one target.
const targetOf = (addresses: string) =>
  addresses.startsWith('dns:') ? addresses : `ipv4:${addresses.replaceAll('localhost:', '127.0.0.1:')}`;

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
    return endOf(stream);
  });
  ended.catch(() => undefined); // Its reader hears of the failure from the stream itself.
  return stream;
}

const endOf = (stream: ClientReadableStream<unknown>): Promise<void> =>
  new Promise((resolve, reject) => {
    // A stream that its reader gave up has not failed. The error of one that has comes before its status.
    stream.once('error', (error: ServiceError) => {
      if (error.code !== status.CANCELLED) reject(fromStatus(error));
    });
    stream.once('status', () => resolve());
  });

function contextMetadata(): Metadata {
  const metadata = new Metadata();
  const context = requestContext();
  const traceparent = currentTraceparent();
  if (context) metadata.set('x-request-id', context.requestId);
  if (traceparent !== undefined) metadata.set('traceparent', traceparent);
  return metadata;
}

const deadlineWithin = (timeoutMs: number) => Math.min(Date.now() + timeoutMs, deadlineOfRequest());
