import { useEffect, useState } from 'preact/hooks';
import { ApiError, toApiError } from '../api/api-error';
import { usePage } from '../page-context';
import { newKey } from '../state/random-ids';
import { useAction } from '../state/use-action';
import { useValue } from '../state/use-value';
import type { Money } from '../ui/money';
import { emptyBasket, quantityOf, withQuantity } from './basket';
import { basketLines, canPlace, totalOf, type Refusal } from './basket-lines';

const catalogueCacheMs = 1_100;
const maxReads = 3;

/** The basket with what the shop knows about its products, and the order that it becomes. */
export function useBasket() {
  const { basket: basketValue, products, placeOrder, traces } = usePage();
  const basket = useValue(basketValue);
  const [refusal, setRefusal] = useState<Refusal>();
  const lines = basketLines({ basket, products: useValue(products.known), refusal });
  const total = totalOf(lines);
  const readError = useUnknownProducts(lines.filter(isUnknown).map(({ productId }) => productId));

  const place = useAction(async (userId: string, shown: Money) => {
    const placed = basketValue.get();
    setRefusal(undefined);
    try {
      const { order, traceId } = await placeOrder({ userId, basket: placed, total: shown });
      traces.set({ ...traces.get(), [order.orderId]: traceId });
      basketValue.set(emptyBasket(newKey));
      location.hash = `#/orders/${order.orderId}`;
    } catch (error) {
      if (!(error instanceof ApiError) || !lineCodes.has(error.code)) throw error;
      await products.readUntil(placed.items, wantedTotal(error), { maxReads, pauseMs: catalogueCacheMs });
      setRefusal({ key: placed.key, error });
    }
  });

  return {
    lines,
    total,
    readError,
    place,
    refusal: refusal?.key === basket.key ? refusal.error : undefined,
    canPlace: canPlace(lines) && total !== undefined,
    setQuantity: (productId: string, quantity: number) => {
      if (quantityOf(basketValue.get(), productId) !== quantity)
        basketValue.set(withQuantity(basketValue.get(), { productId, quantity }, newKey));
    },
  };
}

// What is wrong shows at the lines of the basket.
const lineCodes = new Set(['PRICE_CHANGED', 'OUT_OF_STOCK', 'UNKNOWN_PRODUCT']);

const isUnknown = ({ max, problem }: { max?: number; problem?: unknown }) => max === undefined && !problem;

const wantedTotal = ({ code, details }: ApiError) =>
  code === 'PRICE_CHANGED' ? (details as { total?: Money } | undefined)?.total?.amount : undefined;

/** Reads the products that the page has not seen yet. */
function useUnknownProducts(productIds: string[]): ApiError | undefined {
  const { products } = usePage();
  const [error, setError] = useState<ApiError>();
  const wanted = productIds.join(' ');
  useEffect(() => {
    if (wanted === '') return;
    setError(undefined);
    products.read(wanted.split(' ')).catch((reason: unknown) => setError(toApiError(reason)));
  }, [products, wanted]);
  return error;
}
