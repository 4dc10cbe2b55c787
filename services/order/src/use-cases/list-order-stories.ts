import type { OutboxEntry } from '../domain/order';
import type { OrderStory } from '../domain/order-story';

export interface ListOrderStoriesNeeds {
  orders: {
    storiesAfter: (page: { afterOrderId: string; owes?: OutboxEntry['kind']; limit: number }) => Promise<OrderStory[]>;
  };
}

export interface ListOrderStories {
  pageSize: number;
  /** The last order of the page before; empty for the first. */
  pageToken: string;
  owes?: OutboxEntry['kind'];
}

/** A page of all orders by id, with all that is kept about them. */
export const createListOrderStories =
  ({ orders }: ListOrderStoriesNeeds) =>
  async ({ pageSize, pageToken, owes }: ListOrderStories) => {
    const found = await orders.storiesAfter({ afterOrderId: pageToken, limit: pageSize + 1, ...(owes && { owes }) });
    const stories = found.slice(0, pageSize);
    return { stories, nextPageToken: found.length > pageSize ? (stories.at(-1)?.order.orderId ?? '') : '' };
  };
