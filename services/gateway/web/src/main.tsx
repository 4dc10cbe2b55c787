import '@fontsource-variable/figtree/index.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/views.css';
import { render } from 'preact';
import { App } from './app';
import { readStored, store } from './storage';
import { emptyBasket, type Basket } from './orders/basket';
import { createFollowOrder } from './orders/follow-order';
import type { Order } from './orders/order';
import { createPlaceOrder } from './orders/place-order';
import { PageContext, type Page } from './page-context';
import { newKey, newTraceparent } from './random-ids';
import { createAccounts } from './session/accounts';
import { createValue } from './value';
import { wait } from './wait';

const accounts = createAccounts({ fetch: (...request) => fetch(...request), now: Date.now });
const { api } = accounts;

const page: Page = {
  api,
  accounts,
  basket: createValue(readStored<Basket>('basket', emptyBasket(newKey)), (value) => store('basket', value)),
  placeOrder: createPlaceOrder({ api, newTraceparent, wait }),
  followOrder: createFollowOrder({
    openStream: (orderId) => new EventSource(`/api/order/${orderId}/events`),
    readOrder: async (orderId) => (await api<{ order: Order }>(`/api/order/${orderId}`)).order,
    wait,
  }),
  traces: createValue(readStored<Record<string, string>>('traces', {}), (value) => store('traces', value)),
  traceViewer: document.querySelector<HTMLMetaElement>('meta[name=trace-viewer]')?.content ?? '',
};

accounts.listen();
render(
  <PageContext.Provider value={page}>
    <App />
  </PageContext.Provider>,
  document.body.querySelector('#page') ?? document.body,
);
