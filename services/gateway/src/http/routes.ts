import { adminRoutes, type AdminRouteNeeds } from './admin-routes';
import { authRoutes, type AuthRouteNeeds } from './auth-routes';
import { catalogueRoutes, type CatalogueRouteNeeds } from './catalogue-routes';
import { devMailRoute, type DevMailRouteNeeds } from './dev-mail-route';
import { keyRoute, type KeyRouteNeeds } from './key-route';
import { orderEventsRoute, type OrderEventsRouteNeeds } from './order-events-route';
import { orderRoutes, type OrderRouteNeeds } from './order-routes';
import { placeOrderRoute, type PlaceOrderRouteNeeds } from './place-order-route';
import { productRoutes, type ProductRouteNeeds } from './product-routes';
import { withAlias, type Route } from './route';
import { sessionRoutes, type SessionRouteNeeds } from './session-routes';

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
