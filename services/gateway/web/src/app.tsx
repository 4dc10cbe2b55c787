import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { AccountView } from './account/account-view';
import { ForgotPasswordView } from './account/forgot-password-view';
import { ResetPasswordView } from './account/reset-password-view';
import { SignInView } from './account/sign-in-view';
import { VerifyEmailView } from './account/verify-email-view';
import { AdminView } from './admin/admin-view';
import { Header } from './header';
import { OrderView } from './orders/order-view';
import { OrdersView } from './orders/orders-view';
import { usePage } from './page-context';
import type { Route, RouteFacts } from './route';
import { BasketBar } from './shop/basket-bar';
import { BasketView } from './shop/basket-view';
import { ProductView } from './shop/product-view';
import { ShopView } from './shop/shop-view';
import { useRoute } from './state/use-route';
import { useValue } from './state/use-value';
import { Heading } from './ui/heading';

export function App() {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const name = nameOf(route);
  useEffect(() => scrollTo(0, 0), [name]);

  return (
    <>
      <a class="skip" href="#main" onClick={(event) => skipTo(event, main.current)}>
        Skip to the content
      </a>
      <Header view={route.view} />
      <main id="main" ref={main} tabIndex={-1}>
        <View key={name} route={route} />
        {(route.view === 'shop' || route.view === 'product') && <BasketBar />}
      </main>
      <footer>
        <p>Stock is never sold twice, and no order is lost.</p>
        <nav aria-label="For developers">
          <a href="/docs">API</a>
          <a href="/openapi.json">OpenAPI</a>
          <a href="/asyncapi.json">AsyncAPI</a>
        </nav>
      </footer>
    </>
  );
}

/** Distinguishes views: another name is another view, which starts at its heading. */
function nameOf(route: Route): string {
  const { search: _, ...facts } = { search: '', ...route };
  return JSON.stringify(facts);
}

function skipTo(event: Event, main: HTMLElement | null): void {
  event.preventDefault();
  main?.focus();
}

function View({ route }: { route: Route }) {
  const show = views[route.view] as (facts: Route) => ComponentChild;
  return <>{show(route)}</>;
}

const PageNotFound = () => (
  <div class="narrow">
    <Heading text="Page not found" />
    <p>This page does not exist, or is for admins only.</p>
    <p>
      <a href="#/">Go to the shop</a>
    </p>
  </div>
);

const views: { [View in keyof RouteFacts]: (facts: RouteFacts[View]) => ComponentChild } = {
  shop: ({ search }) => <ShopView search={search} />,
  product: ({ productId }) => <ProductView productId={productId} />,
  basket: () => <BasketView />,
  'sign-in': ({ isNew, next }) => <SignInView isNew={isNew} next={next} />,
  'forgot-password': () => <ForgotPasswordView />,
  'reset-password': ({ token }) => <ResetPasswordView token={token} />,
  'verify-email': ({ token }) => <VerifyEmailView token={token} />,
  orders: () => (
    <SignedIn>
      <OrdersView />
    </SignedIn>
  ),
  order: ({ orderId }) => (
    <SignedIn>
      <OrderView orderId={orderId} />
    </SignedIn>
  ),
  account: () => (
    <SignedIn>
      <AccountView />
    </SignedIn>
  ),
  admin: ({ section, id }) => (
    <SignedIn isAdmin>
      <AdminView section={section} id={id} />
    </SignedIn>
  ),
  'not-found': () => <PageNotFound />,
};

/** Shows a view to users who may see it. */
function SignedIn({ isAdmin = false, children }: { isAdmin?: boolean; children: ComponentChild }) {
  const session = useValue(usePage().accounts.session);
  if (!session) return <SignInView isNew={false} next="" />;
  return isAdmin && session.role !== 'admin' ? <PageNotFound /> : <>{children}</>;
}
