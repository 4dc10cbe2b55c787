import { Server, ServerCredentials, type handleUnaryCall, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { AuthService, InventoryService, OrderService, ProcessorService } from '@orders/proto';
import type { AuthServiceHandlers } from '@orders/proto/auth/v1/AuthService';
import type { InventoryServiceHandlers } from '@orders/proto/inventory/v1/InventoryService';
import type { OrderServiceHandlers } from '@orders/proto/order/v1/OrderService';
import type { ProcessorServiceHandlers } from '@orders/proto/processor/v1/ProcessorService';
import { createUnary } from '@orders/shared/grpc-unary';
import { silentLog } from '../../support/test-database';

type AnswerOf<Handler> =
  Handler extends handleUnaryCall<infer Request, infer Response>
    ? (request: Request) => Response | Promise<Response>
    : Handler;
type Named<Handlers> = { [Name in keyof Handlers as string extends Name ? never : Name]: AnswerOf<Handlers[Name]> };

/** What the services behind the gateway answer; a test replaces the answers that it is about. */
export interface Fakes {
  auth: Partial<Named<AuthServiceHandlers>>;
  inventory: Partial<Named<InventoryServiceHandlers>>;
  order: Partial<Named<OrderServiceHandlers>>;
  processor: Partial<Named<ProcessorServiceHandlers>>;
}

/** Real gRPC servers on one port, with the answers of the test. */
export async function startFakeServices(fakes: Fakes): Promise<{ address: string; stop: () => void }> {
  const server = new Server();
  server.addService(
    AuthService.service,
    handlersOf(AuthService.service, () => fakes.auth),
  );
  server.addService(
    InventoryService.service,
    handlersOf(InventoryService.service, () => fakes.inventory),
  );
  server.addService(
    OrderService.service,
    handlersOf(OrderService.service, () => fakes.order),
  );
  server.addService(
    ProcessorService.service,
    handlersOf(ProcessorService.service, () => fakes.processor),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { address: `127.0.0.1:${port}`, stop: () => server.forceShutdown() };
}

type Answers = Record<string, ((call: unknown) => unknown) | undefined>;
type Methods = Record<string, { responseStream: boolean }>;

function handlersOf(service: object, answers: () => object): UntypedServiceImplementation {
  const unary = createUnary(silentLog);
  const handlers: UntypedServiceImplementation = {};
  for (const [name, { responseStream }] of Object.entries(service as Methods)) {
    const answer = async (request: unknown) => {
      const answerNow = (answers() as Answers)[name];
      if (!answerNow) throw new Error(`no test expects ${name}`);
      return (await answerNow(request)) as object;
    };
    handlers[name] = responseStream ? (call: unknown) => void answer(call) : unary(answer);
  }
  return handlers;
}
