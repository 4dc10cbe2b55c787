import { eventually } from '../support/eventually';
import type { Order, User } from '../support/shop';
import type { ClusterShop } from './release';

export interface Bought {
  shop: ClusterShop;
  buyer: User;
  productId: string;
  /** How many pieces there were at first. */
  stock: number;
  /** Ids of the orders that were answered with 201. */
  placed: string[];
}

/** Every acknowledged order gets Processed, and exactly the pieces of stored orders are gone from the shelf. */
export async function expectNothingLost({ shop, buyer, productId, stock, placed }: Bought): Promise<void> {
  await eventually(async () => {
    const orders = await ordersOf(shop, buyer);
    const unsettled = orders.filter(({ status }) => status !== 'Processed').map(({ orderId }) => orderId);
    const known = new Set(orders.map(({ orderId }) => orderId));
    expect({ unsettled, lost: placed.filter((orderId) => !known.has(orderId)) }).toEqual({ unsettled: [], lost: [] });
    expect(await shop.stockOf(productId)).toBe(stock - orders.length);
  }, 60_000);
}

async function ordersOf({ rest }: ClusterShop, { token }: User): Promise<Order[]> {
  const orders: Order[] = [];
  let cursor: string | undefined = '';
  while (cursor !== undefined) {
    const page = await rest(`/api/orders?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, { token });
    expect(page).toMatchObject({ status: 200 });
    orders.push(...(page.body.orders as Order[]));
    cursor = (page.body.nextCursor as string | null) ?? undefined;
  }
  return orders;
}
