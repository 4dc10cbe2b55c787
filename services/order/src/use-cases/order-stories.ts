import type { OrderStory, OutboxEntry } from '../domain/order';
import { orderNotFound } from './get-order';

export interface OrderStoriesNeeds {
  lists: {
    stories: (orderIds: string[]) => Promise<OrderStory[]>;
    storiesAfter: (page: {
      afterOrderId: string;
      pending?: OutboxEntry['kind'];
      limit: number;
    }) => Promise<OrderStory[]>;
  };
}

export interface ListOrderStories {
  pageSize: number;
  /** From the page before; empty for the first. */
  pageToken: string;
  /** Only orders with an outbox entry of this kind. */
  pending?: OutboxEntry['kind'];
}

/** Answers one order with everything that is stored about it. */
export const createGetOrderStory =
  ({ lists }: OrderStoriesNeeds) =>
  async (orderId: string): Promise<OrderStory> => {
    const [story] = await lists.stories([orderId]);
    if (story) return story;
    throw orderNotFound(orderId);
  };

/** Answers a page of all orders by id; the token of the next page is its last order's id. */
export const createListOrderStories =
  ({ lists }: OrderStoriesNeeds) =>
  async ({ pageSize, pageToken, ...filter }: ListOrderStories) => {
    const found = await lists.storiesAfter({ ...filter, afterOrderId: pageToken, limit: pageSize + 1 });
    const stories = found.slice(0, pageSize);
    return { stories, nextPageToken: found.length > pageSize ? (stories.at(-1)?.order.orderId ?? '') : '' };
  };
