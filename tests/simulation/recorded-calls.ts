import type { CataloguedProduct } from '@orders/inventory/domain/product';
import type { Order } from '@orders/order/domain/order';
import { DomainError } from '@orders/shared/errors';
import type { Call, ChangeProduct, ListOrders, Outcome, ReadProduct, SeenOrder, SeenProduct } from '../histories/call';
import type { History } from '../histories/check-history';
import { newestOf, ordersIn } from './orders-database';
import type { System } from './system';

export const seenOrder = ({ orderId, status, items, createdAt }: Order): SeenOrder => ({
  orderId,
  status,
  items,
  createdAt: createdAt.getTime(),
});

export const seenProduct = ({ available, price, revision }: CataloguedProduct): SeenProduct => ({
  stock: available,
  price,
  revision,
});

/**
 * Calls, and records what was asked and answered. No failure says that nothing was done: a call may arrive twice here, and
 * without the gateway nobody knows whether a write was sent.
 */
export async function recorded<Begun extends Call, Answer>(
  history: History,
  asked: Omit<Begun, 'start' | 'end' | 'outcome'>,
  { work, show }: { work: () => Promise<Answer>; show: (answer: Answer) => Partial<Begun> },
): Promise<Answer> {
  const finish = history.begin<Begun>(asked);
  try {
    const answer = await work();
    finish({ outcome: 'done', ...show(answer) });
    return answer;
  } catch (error) {
    const code = error instanceof DomainError ? error.code : String(error);
    finish({ outcome: 'unknown', code, ...shortagesIn(error) } as Partial<Begun> & { outcome: Outcome });
    throw error;
  }
}

const shortagesIn = (error: unknown) =>
  error instanceof DomainError && error.code === 'OUT_OF_STOCK' ? { available: error.details } : {};

/** Records the products that there are at the start. */
export function recordCatalogue({ world: { history }, stock }: System): void {
  for (const product of stock.products.values()) {
    const { productId, available, price } = product;
    history.begin<ChangeProduct>({ kind: 'create', client: 'the seed', productId, stock: available, price })({
      outcome: 'done',
      product: seenProduct(product),
    });
  }
}

/** Records all that is stored at rest, as a client would see it who could read everything at one moment. */
export function recordRest({ world: { history }, documents, stock }: System): void {
  const client = 'at rest';
  const orders = ordersIn(documents);
  for (const userId of new Set(orders.map((order) => order.userId))) {
    const shown = newestOf(documents, userId).map(seenOrder);
    history.begin<ListOrders>({ kind: 'list', client, userId, orders: shown, isLastPage: true })({ outcome: 'done' });
  }
  for (const product of stock.products.values()) {
    const { productId } = product;
    const look = { kind: 'look' as const, client, productId, staleMs: 0, isAtRest: true };
    history.begin<ReadProduct>(look)({ outcome: 'done', product: seenProduct(product) });
  }
}
