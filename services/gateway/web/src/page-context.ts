import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { createAccounts } from './account/accounts';
import type { Api } from './api/api';
import type { createFollowOrder } from './orders/follow-order';
import type { Basket } from './shop/basket';
import type { createPlaceOrder } from './shop/place-order';
import type { createProducts } from './shop/products';
import type { Value } from './state/value';

export interface Page {
  api: Api;
  accounts: ReturnType<typeof createAccounts>;
  products: ReturnType<typeof createProducts>;
  basket: Value<Basket>;
  placeOrder: ReturnType<typeof createPlaceOrder>;
  followOrder: ReturnType<typeof createFollowOrder>;
  /** Until the first view is shown, which takes no focus. */
  firstView: { isPending: boolean };
  /** Traces of the orders that were placed in this browser, by orderId. */
  traces: Value<Record<string, string>>;
  /** The address of a trace, with {traceId} in it; empty where there is no viewer. */
  traceViewer: string;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage must be called inside PageContext.Provider');
  return page;
}
