import { usePage } from './page-context';
import type { Route } from './route';
import { unitsIn } from './shop/basket';
import { useAction } from './state/use-action';
import { useValue } from './state/use-value';
import { Problem } from './ui/problem';

export function Header({ view }: { view: Route['view'] }) {
  const { accounts } = usePage();
  const session = useValue(accounts.session);
  const signOut = useAction(async () => {
    await accounts.signOut();
    location.hash = '#/';
  });
  const linkTo = (path: string, ...views: Route['view'][]) => ({
    href: `#/${path}`,
    ...(views.includes(view) && { 'aria-current': 'page' as const }),
  });

  return (
    <header class="top">
      <a class="brand" href="#/" aria-label="Order placing, to the shop">
        <BrandMark />
        <span>Order placing</span>
      </a>
      <nav aria-label="Views">
        <a {...linkTo('', 'shop', 'product')}>Shop</a>
        {session && <a {...linkTo('orders', 'orders', 'order')}>Orders</a>}
        {session?.role === 'admin' && <a {...linkTo('admin', 'admin')}>Admin</a>}
        <BasketLink {...linkTo('basket', 'basket')} />
      </nav>
      <div class="account">
        {session ? (
          <>
            <a class="who" title={session.email} {...linkTo('account', 'account')}>
              <span class="unseen">Account of </span>
              {session.name}
            </a>
            <button class="plain" type="button" onClick={() => signOut.run()} disabled={signOut.isBusy}>
              Sign out
            </button>
          </>
        ) : (
          <a class="button small" href="#/sign-in">
            Sign in
          </a>
        )}
      </div>
      <Problem error={signOut.error} />
    </header>
  );
}

function BasketLink(link: { href: string }) {
  const units = unitsIn(useValue(usePage().basket));
  return (
    <a {...link}>
      Basket
      {units > 0 && (
        <>
          <span class="unseen">, {units === 1 ? '1 item' : `${units} items`}</span>
          <span class="count" aria-hidden="true">
            {units > 99 ? '99+' : units}
          </span>
        </>
      )}
    </a>
  );
}

const BrandMark = () => (
  <svg viewBox="0 0 44 16" width="44" height="16" aria-hidden="true">
    <path d="M6 8h32" stroke="currentColor" stroke-width="2.5" />
    <circle cx="6" cy="8" r="4" fill="currentColor" />
    <circle cx="22" cy="8" r="4" fill="currentColor" />
    <circle cx="37" cy="8" r="6" class="mark-end" />
  </svg>
);
