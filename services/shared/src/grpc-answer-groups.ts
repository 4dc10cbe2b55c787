import {
  Metadata,
  status,
  type handleUnaryCall,
  type ServerErrorResponse,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type StatusObject,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { MethodDefinition } from '@grpc/proto-loader';
import type { CallAnswer } from '@orders/proto/calls/v1/CallAnswer';
import type { CallOutput } from '@orders/proto/calls/v1/Call';
import type { CallsServiceHandlers } from '@orders/proto/calls/v1/CallsService';
import type { CallTogetherRequestOutput } from '@orders/proto/calls/v1/CallTogetherRequest';
import type { CallTogetherResponse } from '@orders/proto/calls/v1/CallTogetherResponse';

type Group = ServerWritableStream<CallTogetherRequestOutput, CallTogetherResponse>;
type Method = MethodDefinition<object, object>;
type Failure = ServerErrorResponse | Partial<StatusObject>;

/** Handles the calls of a group as if each had come by itself; answers of the same turn go back together. */
export const createGroupHandlers = (
  definition: ServiceDefinition,
  implementation: UntypedServiceImplementation,
): CallsServiceHandlers => ({
  CallTogether: (group) => {
    const { calls } = group.request;
    const answer = createAnswering(group, calls.length);
    calls.forEach((call, index) => {
      const refuse = (code: status, message: string) => answer({ index, error: { code, message } });
      const method = Object.hasOwn(definition, call.method) ? (definition[call.method] as Method) : undefined;
      if (!method || method.requestStream || method.responseStream) {
        refuse(status.UNIMPLEMENTED, `there is no unary method ${call.method}`);
        return;
      }
      const unary = readCall(group, call, method);
      if (unary === 'unreadable') {
        refuse(status.INTERNAL, `the call of ${call.method} cannot be read`);
        return;
      }
      const handle = implementation[call.method] as handleUnaryCall<object, object>;
      handle(unary, (error, response) => {
        if (error) answer({ index, error: toCallError(error) });
        else answer({ index, response: method.responseSerialize(response ?? {}) });
      });
    });
    if (calls.length === 0) group.end();
  },
});

function createAnswering(group: Group, count: number): (answer: CallAnswer) => void {
  let waiting: CallAnswer[] = [];
  let answered = 0;
  const flush = () => {
    if (group.cancelled) return;
    group.write({ answers: waiting });
    waiting = [];
    if (answered === count) group.end();
  };
  return (answer) => {
    if (waiting.push(answer) === 1) setImmediate(flush);
    answered += 1;
  };
}

// Says that an attempt before this one may have arrived, of the whole group.
const previousAttempts = 'grpc-previous-rpc-attempts';

/** Nothing of what a caller sent may throw here: that would end the process. */
function readCall(group: Group, call: CallOutput, method: Method) {
  try {
    return asUnaryCall(group, call, method);
  } catch {
    return 'unreadable';
  }
}

/** What handlers use of a call, for one of a group. Throws for bytes that are no request, or ids that no header can hold. */
function asUnaryCall(
  group: Group,
  call: CallOutput,
  { path, requestDeserialize }: Method,
): ServerUnaryCall<object, object> {
  const deadline = Math.min(Date.now() + call.timeoutMs, Number(group.getDeadline()));
  const metadata = new Metadata();
  for (const attempts of group.metadata.get(previousAttempts)) metadata.set(previousAttempts, attempts);
  if (call.requestId !== '') metadata.set('x-request-id', call.requestId);
  if (call.traceparent !== '') metadata.set('traceparent', call.traceparent);
  if (call.actor !== '') metadata.set('x-actor', call.actor);
  const unary: Pick<
    ServerUnaryCall<object, object>,
    'request' | 'metadata' | 'getPath' | 'getDeadline' | 'getAuthContext'
  > = {
    request: requestDeserialize(call.request),
    metadata,
    getPath: () => path,
    getDeadline: () => deadline,
    getAuthContext: () => group.getAuthContext(),
  };
  return unary as ServerUnaryCall<object, object>;
}

function toCallError(error: Failure) {
  const { code = status.UNKNOWN, details = '', metadata } = error as Partial<StatusObject>;
  const trailers = Object.fromEntries(
    Object.entries(metadata?.getMap() ?? {}).map(([key, value]) => [key, Buffer.from(value)]),
  );
  return { code, message: details, trailers };
}
