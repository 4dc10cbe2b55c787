import { z } from 'zod';

// A version that we do not know may mean anything; fields that we do not know are none of our business.
const orderPlaced = z.object({
  type: z.literal('order.placed'),
  version: z.literal(1),
  orderId: z.guid().toLowerCase(),
});

export type ParsedMessage = { orderId: string } | { problem: string };

/** The id that a message names: all else that it says is asked of the services that own it. */
export function parseOrderPlaced(body: string): ParsedMessage {
  const result = orderPlaced.safeParse(jsonOf(body));
  if (result.success) return { orderId: result.data.orderId };
  const [issue] = result.error.issues;
  return {
    problem: `not an order.placed message of version 1: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
