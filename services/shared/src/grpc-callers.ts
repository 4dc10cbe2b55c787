import { status, type handleUnaryCall, type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Log } from './log';

/** Which callers may call a method, for each method of a service. */
export type AllowedCallers = Readonly<Record<string, readonly string[]>>;

export interface CallerCheck {
  definition: ServiceDefinition;
  implementation: UntypedServiceImplementation;
  callers: AllowedCallers;
  log: Pick<Log, 'warn'>;
}

// A unary handler; one that answers a stream gets no callback.
type Handler = handleUnaryCall<unknown, unknown>;
type Call = Parameters<Handler>[0];

/**
 * The handlers, each behind a look at its caller's certificate: one of its DNS names must be in the method's row. A
 * method without a row is for nobody. Only where there is TLS, since nothing else says who calls.
 */
export function restrictCallers({
  definition,
  implementation,
  callers,
  log,
}: CallerCheck): UntypedServiceImplementation {
  const restricted = (method: string, { responseStream }: { responseStream: boolean }): Handler => {
    const handle = implementation[method] as Handler;
    const allowed = callers[method] ?? [];
    return (call, callback) => {
      const names = namesOfCaller(call);
      if (names.some((name) => allowed.includes(name))) {
        handle(call, callback);
        return;
      }
      log.warn({ rpc: call.getPath(), caller: names }, 'caller refused');
      const refusal = {
        code: status.PERMISSION_DENIED,
        details: `${names.join(', ') || 'this caller'} may not call ${method}`,
      };
      if (responseStream) call.emit('error', refusal);
      else callback(refusal);
    };
  };
  return Object.fromEntries(Object.entries(definition).map(([method, form]) => [method, restricted(method, form)]));
}

function namesOfCaller(call: Call): string[] {
  const { subjectaltname = '' } = call.getAuthContext().sslPeerCertificate ?? {};
  // Node puts a name in quotes where it holds what could be taken for another name; ours never do.
  if (subjectaltname.includes('"')) return [];
  return subjectaltname.split(', ').flatMap((name) => (name.startsWith('DNS:') ? [name.slice('DNS:'.length)] : []));
}
