import { DomainError } from '@orders/shared/errors';
import type { OrderStory } from '../domain/order-story';

export interface GetOrderStoryNeeds {
  orders: { story: (orderId: string) => Promise<OrderStory | undefined> };
}

/** Answers one order with all that is kept about it. */
export const createGetOrderStory =
  ({ orders }: GetOrderStoryNeeds) =>
  async (orderId: string): Promise<OrderStory> => {
    const story = await orders.story(orderId);
    if (story) return story;
    throw orderNotFound(orderId);
  };

export const orderNotFound = (orderId: string) =>
  new DomainError('NOT_FOUND', { code: 'ORDER_NOT_FOUND', message: `there is no order ${orderId}` });
