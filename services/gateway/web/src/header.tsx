import { Problem } from './problem';
import { usePage } from './page-context';
import type { Route } from './route';
import { useAction } from './use-action';
import { useValue } from './value';

export function Header({ view }: { view: Route['view'] }) {
  const { accounts } = usePage();
  const session = useValue(accounts.session);
  const signOut = useAction(async () => {
    await accounts.signOut();
    location.hash = '#/';
  });
  const current = (...views: Route['view'][]) => (views.includes(view) ? { 'aria-current': 'page' as const } : {});

  return (
    <header class="top">
      <a class="brand" href="#/" aria-label="Order placing, to the shop">
        <Mark />
        <span>Order placing</span>
      </a>
      <nav aria-label="Views">
        <a href="#/" {...current('shop')}>
          Shop
        </a>
        {session && (
          <a href="#/orders" {...current('orders', 'order')}>
            Orders
          </a>
        )}
        {session?.role === 'admin' && (
          <a href="#/admin" {...current('admin')}>
            Admin
          </a>
        )}
      </nav>
      <div class="account">
        {session ? (
          <>
            <span class="who" title={session.email}>
              {session.name}
            </span>
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

const Mark = () => (
  <svg viewBox="0 0 44 16" width="44" height="16" aria-hidden="true">
    <path d="M6 8h32" stroke="currentColor" stroke-width="2.5" />
    <circle cx="6" cy="8" r="4" fill="currentColor" />
    <circle cx="22" cy="8" r="4" fill="currentColor" />
    <circle cx="37" cy="8" r="6" class="mark-end" />
  </svg>
);
