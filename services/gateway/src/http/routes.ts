import { adminRoutes, type AdminRouteNeeds } from './admin/admin-routes';
import { authRoutes, type AuthRouteNeeds } from './accounts/account-routes';
import { catalogueRoutes, type CatalogueRouteNeeds } from './catalogue/catalogue-routes';
import { devMailRoute, type DevMailRouteNeeds } from './dev-mail-route';
import { keyRoute, type KeyRouteNeeds } from './accounts/key-route';
import { orderEventsRoute, type OrderEventsRouteNeeds } from './orders/order-events-route';
import { orderRoutes, type OrderRouteNeeds } from './orders/order-routes';
import { placeOrderRoute, type PlaceOrderRouteNeeds } from './orders/place-order-route';
import { productRoutes, type ProductRouteNeeds } from './catalogue/product-routes';
import { withAlias, type Route } from './server/route';
import { sessionRoutes, type SessionRouteNeeds } from './accounts/session-routes';

export interface RouteNeeds {
  accounts: AuthRouteNeeds & SessionRouteNeeds & KeyRouteNeeds;
  orders: PlaceOrderRouteNeeds & OrderRouteNeeds & OrderEventsRouteNeeds;
  products: ProductRouteNeeds & CatalogueRouteNeeds;
  administration: AdminRouteNeeds;
  development: DevMailRouteNeeds;
}

/** Every route of the API; the application and its document are both made of this list. */
export const createRoutes = ({ accounts, orders, products, administration, development }: RouteNeeds): Route[] => [
  ...authRoutes(accounts),
  ...sessionRoutes(accounts),
  keyRoute(accounts),
  ...withAlias(
    [placeOrderRoute(orders), ...orderRoutes(orders), orderEventsRoute(orders)],
    ['/api/order', '/api/orders'],
  ),
  ...productRoutes(products),
  ...catalogueRoutes(products),
  ...adminRoutes(administration),
  devMailRoute(development),
];
