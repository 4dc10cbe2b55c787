import { createGroupCommit } from '@orders/shared/group-commit';
import type { Mongo } from '@orders/shared/mongo';
import { fromDocument, onlyOrders, type OrderDocument } from './order-document';

/** Reads orders by their ids; reads of one order that meet share a query. */
export function createReadOrders(database: Mongo) {
  const findMany = async (orderIds: string[]) => {
    const orders = database.collection<OrderDocument>('orders');
    return (await orders.find({ _id: { $in: orderIds }, ...onlyOrders }).toArray()).map(fromDocument);
  };
  const finds = createGroupCommit({
    name: 'find orders',
    commit: async (orderIds: string[]) => {
      const found = new Map((await findMany(orderIds)).map((order) => [order.orderId, order]));
      return orderIds.map((orderId) => found.get(orderId));
    },
    maxBatch: 200,
    maxWaiting: 5_000,
  });
  return { find: finds.submit, findMany };
}
