import type { ComponentChild } from 'preact';
import type { AdminSection } from '../route';
import { AuditLogView } from './audit-log-view';
import { DeadLettersView } from './dead-letters-view';
import { AdminOrdersView } from './orders/admin-orders-view';
import { StoryView } from './orders/story-view';
import { OverviewView } from './overview-view';
import { EditProductView } from './products/edit-product-view';
import { ImportView } from './products/import-view';
import { NewProductView } from './products/new-product-view';
import { AdminProductsView } from './products/admin-products-view';
import { WebhookView } from './webhooks/webhook-view';
import { WebhooksView } from './webhooks/webhooks-view';

export interface AdminRoute {
  section: AdminSection;
  id: string;
}

const titles: Record<AdminSection, string> = {
  overview: 'Overview',
  products: 'Products',
  orders: 'Orders',
  'dead-letters': 'Dead letters',
  webhooks: 'Webhooks',
  'audit-log': 'Audit log',
};

/** What admins see and do, by topic. */
export const AdminView = (route: AdminRoute) => (
  <>
    <nav class="tabs" aria-label="Administration">
      {Object.entries(titles).map(([section, title]) => (
        <a
          key={section}
          href={section === 'overview' ? '#/admin' : `#/admin/${section}`}
          {...(section === route.section && { 'aria-current': 'page' as const })}
        >
          {title}
        </a>
      ))}
    </nav>
    <Section {...route} />
  </>
);

const Section = ({ section, id }: AdminRoute) => <>{sections[section](id)}</>;

const sections: Record<AdminSection, (id: string) => ComponentChild> = {
  overview: () => <OverviewView />,
  products: (id) => <ProductsSection id={id} />,
  orders: (id) => (id ? <StoryView orderId={id} /> : <AdminOrdersView />),
  'dead-letters': () => <DeadLettersView />,
  webhooks: (id) => (id ? <WebhookView id={id} /> : <WebhooksView />),
  'audit-log': () => <AuditLogView />,
};

function ProductsSection({ id }: { id: string }) {
  if (id === '') return <AdminProductsView />;
  // No product can have these ids: they hold a character that ids do not.
  if (id === '+new') return <NewProductView />;
  return id === '+import' ? <ImportView /> : <EditProductView productId={id} />;
}
