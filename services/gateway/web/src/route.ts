export const adminSections = ['overview', 'products', 'orders', 'dead-letters', 'webhooks', 'audit-log'] as const;
export type AdminSection = (typeof adminSections)[number];

/** The views of the page, and what the address says about each. */
export interface RouteFacts {
  shop: { search: string };
  product: { productId: string };
  basket: object;
  'sign-in': { isNew: boolean; next: string };
  'forgot-password': object;
  'reset-password': { token: string };
  'verify-email': { token: string };
  orders: object;
  order: { orderId: string };
  account: object;
  admin: { section: AdminSection; id: string };
  'not-found': object;
}

export type Route = { [View in keyof RouteFacts]: { view: View } & RouteFacts[View] }[keyof RouteFacts];

/** The view that the part of the address behind # names. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view = '', id = '', detail = ''] = path.split('/').map(decoded);
  const parameter = (name: string) => new URLSearchParams(query).get(name) ?? '';
  return routes[view]?.({ id, detail, parameter }) ?? { view: 'not-found' };
}

interface Address {
  id: string;
  detail: string;
  parameter: (name: string) => string;
}

const routes: Record<string, ((address: Address) => Route | undefined) | undefined> = {
  '': ({ parameter }) => ({ view: 'shop', search: parameter('q') }),
  products: ({ id }) => (id ? { view: 'product', productId: id } : undefined),
  basket: () => ({ view: 'basket' }),
  orders: ({ id }) => (id ? { view: 'order', orderId: id } : { view: 'orders' }),
  account: () => ({ view: 'account' }),
  'sign-in': ({ parameter }) => ({ view: 'sign-in', isNew: false, next: parameter('next') }),
  'sign-up': ({ parameter }) => ({ view: 'sign-in', isNew: true, next: parameter('next') }),
  'forgot-password': () => ({ view: 'forgot-password' }),
  'reset-password': ({ parameter }) => ({ view: 'reset-password', token: parameter('token') }),
  'verify-email': ({ parameter }) => ({ view: 'verify-email', token: parameter('token') }),
  admin: ({ id, detail }) => {
    const section = adminSections.find((name) => name === (id || 'overview'));
    return section && { view: 'admin', section, id: detail };
  },
};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
