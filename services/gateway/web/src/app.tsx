import { useEffect, useRef } from 'preact/hooks';
import { Header } from './header';
import { usePage } from './page-context';
import type { Route } from './route';
import { useRoute } from './use-route';
import { useValue } from './value';
import { AdminView } from './views/admin-view';
import { OrderView } from './views/order-view';
import { OrdersView } from './views/orders-view';
import { ShopView } from './views/shop-view';
import { SignInView } from './views/sign-in-view';

export function App() {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const name = nameOf(route);
  const isFirst = useRef(true);

  // A new view starts at its heading, also for screen readers.
  useEffect(() => {
    const heading = main.current?.querySelector('h1');
    document.title = `${heading?.textContent ?? 'Order placing'} · Order placing`;
    if (!isFirst.current) heading?.focus();
    isFirst.current = false;
    scrollTo(0, 0);
  }, [name]);

  return (
    <>
      <a class="skip" href="#main" onClick={(event) => skipTo(event, main.current)}>
        Skip to the content
      </a>
      <Header view={route.view} />
      <main id="main" ref={main} tabIndex={-1}>
        <View key={name} route={route} />
      </main>
      <footer>
        <p>Stock is never sold twice, and no order is lost.</p>
        <nav aria-label="For developers">
          <a href="/docs">API</a>
          <a href="/openapi.json">OpenAPI</a>
        </nav>
      </footer>
    </>
  );
}

const nameOf = (route: Route) => {
  if (route.view === 'order') return route.orderId;
  return route.view === 'sign-in' && route.isNew ? 'sign-up' : route.view;
};

function skipTo(event: Event, main: HTMLElement | null): void {
  event.preventDefault();
  main?.focus();
}

function View({ route }: { route: Route }) {
  if (route.view === 'sign-in') return <SignInView isNew={route.isNew} />;
  if (route.view === 'shop') return <ShopView />;
  return route.view === 'not-found' ? <PageNotFound /> : <OwnView route={route} />;
}

/** The views of users who are signed in. */
function OwnView({ route }: { route: Route }) {
  const session = useValue(usePage().accounts.session);
  if (!session) return <SignInView isNew={false} />;
  if (route.view === 'admin') return session.role === 'admin' ? <AdminView /> : <PageNotFound />;
  return route.view === 'order' ? <OrderView orderId={route.orderId} /> : <OrdersView />;
}

const PageNotFound = () => (
  <div class="narrow">
    <h1 tabIndex={-1}>Page not found</h1>
    <p>This page does not exist, or is for admins only.</p>
    <p>
      <a href="#/">Go to the shop</a>
    </p>
  </div>
);
