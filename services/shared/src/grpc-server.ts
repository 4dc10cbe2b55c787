import { isIPv6 } from 'node:net';
import { Server, ServerCredentials, type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import { HealthImplementation } from 'grpc-health-check';
import { CallsService, packageDefinition } from '@orders/proto';
import { restrictCallers, type AllowedCallers } from './grpc-callers';
import { createGroupHandlers } from './grpc-answer-groups';
import type { GrpcTls } from './grpc-tls';
import type { Log } from './log';

export interface GrpcServerOptions {
  host: string;
  port: number;
  /** Full name, as `orderplacing.order.v1.OrderService`. */
  serviceName: string;
  definition: ServiceDefinition;
  implementation: UntypedServiceImplementation;
  /** Without it connections are neither encrypted nor authenticated, and everybody may call everything. */
  tls?: GrpcTls | undefined;
  /** Which callers may call which method, by the names in their certificates. */
  callers: AllowedCallers;
  /** Whether anybody may ask what the methods are called. */
  reflection: boolean;
  log: Pick<Log, 'warn'>;
}

const serverOptions = {
  // New replicas get their share because old connections end and addresses are resolved again.
  'grpc.max_connection_age_ms': 15_000,
  'grpc.max_connection_age_grace_ms': 10_000,
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 5_000,
  'grpc.keepalive_permit_without_calls': 1,
  'grpc.max_receive_message_length': 4 * 1024 * 1024,
};

const stopTimeoutMs = 6_000;

/** One service with grpc.health.v1, which every caller may ask, and server reflection where it is wanted. */
export function createGrpcServer({ host, port, serviceName, reflection, tls, ...service }: GrpcServerOptions) {
  const server = new Server(serverOptions);
  const credentials = tls?.server ?? ServerCredentials.createInsecure();
  const health = new HealthImplementation({ '': 'NOT_SERVING', [serviceName]: 'NOT_SERVING' });
  const implementation = tls ? restrictCallers(service) : service.implementation;
  server.addService(service.definition, implementation);
  // Each call of a group passes the same look at its caller.
  server.addService(CallsService.service, createGroupHandlers(service.definition, implementation));
  health.addToServer(server);
  if (reflection) new ReflectionService(packageDefinition, { services: [serviceName] }).addToServer(server);

  const setServingStatus = (status: 'SERVING' | 'NOT_SERVING') => {
    health.setStatus('', status);
    health.setStatus(serviceName, status);
  };

  return {
    name: 'gRPC server',
    start: async () => {
      await new Promise<number>((resolve, reject) => {
        server.bindAsync(hostAndPort(host, port), credentials, (error, bound) => {
          if (error) reject(new Error(`gRPC port ${String(port)} cannot be opened: ${error.message}`));
          else resolve(bound);
        });
      });
      setServingStatus('SERVING');
    },
    /** Finishes the running calls; those that take more than 6 s are aborted. */
    stop: async () => {
      setServingStatus('NOT_SERVING');
      await new Promise<void>((resolve) => {
        const cut = setTimeout(() => {
          server.forceShutdown();
          resolve();
        }, stopTimeoutMs);
        server.tryShutdown(() => {
          clearTimeout(cut);
          resolve();
        });
      });
    },
  };
}

const hostAndPort = (host: string, port: number) => `${isIPv6(host) ? `[${host}]` : host}:${String(port)}`;
