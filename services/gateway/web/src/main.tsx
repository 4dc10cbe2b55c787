import '@fontsource-variable/figtree/index.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/forms.css';
import './styles/shop.css';
import './styles/orders.css';
import './styles/admin.css';
import { render } from 'preact';
import { createAccounts } from './account/accounts';
import { App } from './app';
import { createFollowOrder } from './orders/follow-order';
import type { Order } from './orders/order';
import { PageContext, type Page } from './page-context';
import { emptyBasket, type Basket } from './shop/basket';
import { createPlaceOrder } from './shop/place-order';
import { createProducts } from './shop/products';
import { newKey, newTraceparent } from './state/random-ids';
import { readStored, store } from './state/storage';
import { createValue } from './state/value';
import { wait } from './state/wait';

const accounts = createAccounts({ fetch: (...request) => fetch(...request), now: Date.now });
const { api } = accounts;

const page: Page = {
  api,
  accounts,
  products: createProducts({ api, wait }),
  basket: createValue(readStored<Basket>('basket', emptyBasket(newKey)), (value) => store('basket', value)),
  placeOrder: createPlaceOrder({ api, newTraceparent, wait }),
  followOrder: createFollowOrder({
    openStream: (orderId) => new EventSource(`/api/order/${orderId}/events`),
    readOrder: async (orderId) => (await api<{ order: Order }>(`/api/order/${orderId}`)).order,
    wait,
  }),
  firstView: { isPending: true },
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
