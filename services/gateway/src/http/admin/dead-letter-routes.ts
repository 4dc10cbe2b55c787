import type { ProcessorClient } from '../../clients/processor-client';
import { defaultPageSize } from '../server/fields';
import { operationIdFor } from '../server/read-request';
import { defineRoute, type Route } from '../server/route';
import { givenUp, operationHeaders } from './admin-schemas';
import {
  deadLetterPage,
  deadLetterPath,
  deadLettersAnswer,
  discardedAnswer,
  queueAnswer,
  redrivenAnswer,
} from './dead-letter-schemas';

interface DeadLetterRouteNeeds {
  processor: ProcessorClient;
}

/** The queue, and the messages that could not be processed. */
export const deadLetterRoutes = (needs: DeadLetterRouteNeeds): Route[] => [
  ...readRoutes(needs),
  ...redriveRoutes(needs),
  discardRoute(needs),
];

const readRoutes = ({ processor }: DeadLetterRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/admin/queue',
    summary: 'How many messages and mails are waiting',
    access: 'admin',
    success: { status: 200, description: 'The counts.', schema: queueAnswer },
    handle: async () => ({ body: { queue: await processor.getQueue() } }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/admin/dlq',
    summary: 'Messages on the dead-letter queue, oldest first',
    description:
      'Reading them removes nothing. At most 1,000 messages are read; one that another consumer holds is not seen.',
    access: 'admin',
    query: deadLetterPage,
    success: { status: 200, description: 'A page of dead letters.', schema: deadLettersAnswer },
    handle: async ({ query: { limit = defaultPageSize, cursor = '' } }) => ({
      body: await processor.listDeadLetters({ limit, cursor }),
    }),
  }),
];

const maxRedriven = 100;

const redriveRoutes = ({ processor }: DeadLetterRouteNeeds): Route[] => [
  defineRoute({
    method: 'post',
    path: '/api/admin/dlq/redrive',
    summary: 'Send dead letters to the queue again',
    description: `All that are there, at most ${String(maxRedriven)} and as many as can be sent in time. Those that fail again come back.`,
    access: 'admin',
    headers: operationHeaders,
    success: { status: 200, description: 'They are on the queue.', schema: redrivenAnswer },
    failures: ['IDEMPOTENCY_KEY_REUSED'],
    handle: async (call) => {
      // A letter that fails again at once comes back, so no more are sent than were there at the beginning.
      const { deadLetters } = await processor.getQueue();
      const limit = Math.min(Math.max(deadLetters, 1), maxRedriven);
      return { body: { redriven: await processor.redriveDeadLetters({ ...operationOf(call), limit }) } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/admin/dlq/{messageId}/redrive',
    summary: 'Send one dead letter to the queue again',
    access: 'admin',
    headers: operationHeaders,
    params: deadLetterPath,
    success: { status: 200, description: 'It is on the queue.', schema: redrivenAnswer },
    failures: ['DEAD_LETTER_NOT_FOUND', 'IDEMPOTENCY_KEY_REUSED'],
    handle: async ({ params, ...call }) => ({
      body: { redriven: await processor.redriveDeadLetters({ ...operationOf(call), ...params, limit: 1 }) },
    }),
  }),
];

const discardRoute = ({ processor }: DeadLetterRouteNeeds): Route =>
  defineRoute({
    method: 'post',
    path: '/api/admin/dlq/{messageId}/discard',
    summary: 'Discard a dead letter',
    description: 'Its order fails where it is still pending: the stock goes back, and the buyer is mailed the reason.',
    access: 'admin',
    headers: operationHeaders,
    params: deadLetterPath,
    body: givenUp,
    success: { status: 200, description: 'The message is deleted.', schema: discardedAnswer },
    failures: ['DEAD_LETTER_NOT_FOUND', 'IDEMPOTENCY_KEY_REUSED'],
    handle: async ({ params, body, ...call }) => ({
      body: await processor.discardDeadLetter({ ...operationOf(call), ...params, ...body }),
    }),
  });

interface OperationCall {
  caller: { userId: string };
  headers: { 'Idempotency-Key'?: string | undefined };
}

/** Who acts, and the id under which it is done once. */
export const operationOf = ({ caller, headers }: OperationCall) => ({
  operator: caller.userId,
  operationId: operationIdFor(caller.userId, headers['Idempotency-Key']),
});
