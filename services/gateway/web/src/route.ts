export type Route =
  | { view: 'shop' | 'orders' | 'admin' | 'not-found' }
  | { view: 'sign-in'; isNew: boolean }
  | { view: 'order'; orderId: string };

/** The view that the part of the address behind # names. */
export function routeOf(hash: string): Route {
  const [view = '', id] = hash.replace(/^#\/?/, '').split('/');
  if (view === '') return { view: 'shop' };
  if (view === 'orders') return id ? { view: 'order', orderId: id } : { view: 'orders' };
  if (view === 'sign-in' || view === 'sign-up') return { view: 'sign-in', isNew: view === 'sign-up' };
  return { view: view === 'admin' ? 'admin' : 'not-found' };
}
