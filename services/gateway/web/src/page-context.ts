import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from './api';
import type { Basket } from './orders/basket';
import type { createFollowOrder } from './orders/follow-order';
import type { createPlaceOrder } from './orders/place-order';
import type { createAccounts } from './session/accounts';
import type { Value } from './value';

export interface Page {
  api: Api;
  accounts: ReturnType<typeof createAccounts>;
  basket: Value<Basket>;
  placeOrder: ReturnType<typeof createPlaceOrder>;
  followOrder: ReturnType<typeof createFollowOrder>;
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
