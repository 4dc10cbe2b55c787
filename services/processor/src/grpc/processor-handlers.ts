import type { ProcessorServiceHandlers } from '@orders/proto/processor/v1/ProcessorService';
import { unavailable } from '@orders/shared/errors';
import type { createUnary } from '@orders/shared/grpc-unary';

export interface ProcessorHandlerNeeds {
  unary: ReturnType<typeof createUnary>;
  queue: {
    depth: () => Promise<{ visible: number; inFlight: number; delayed: number; deadLetters: number }>;
  };
  ledger: { countOwed: () => Promise<number> };
}

/** Answers operators' questions. */
export const createProcessorHandlers = ({ unary, queue, ledger }: ProcessorHandlerNeeds): ProcessorServiceHandlers => ({
  GetQueue: unary(async () => {
    const [depth, mailsOwed] = await Promise.all([depthOf(queue), ledger.countOwed()]);
    return { ...depth, mailsOwed };
  }),
});

async function depthOf(queue: ProcessorHandlerNeeds['queue']) {
  try {
    return await queue.depth();
  } catch (error) {
    throw unavailable('the queue does not answer', error);
  }
}
