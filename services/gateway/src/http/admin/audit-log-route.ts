import { auditPageToken, compareAuditEntries } from '@orders/shared/audit-log';
import { z } from 'zod';
import type { AuditEntry, ListAuditEntries } from '../../clients/audit-entries';
import { answer, defaultPageSize, nextCursor, pageQuery } from '../server/fields';
import { defineRoute } from '../server/route';

const entry = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.string().meta({ description: 'The id of an admin, or `operator:<name>` for a command.' }),
    action: z.string().meta({ description: 'As `product.restock`; more may be added.' }),
    subject: z.string().meta({ description: 'What it was done to: a product, an account, a message.' }),
    before: z.unknown().meta({ description: 'As it was; null where there was nothing.' }),
    after: z.unknown().meta({ description: 'As it is now; null where nothing is left or the act did not finish.' }),
    requestId: z.string().nullable().meta({ description: 'null for a command.' }),
  })
  .meta({ id: 'AuditEntry' });

const entryExample: z.input<typeof entry> = {
  id: '6d6d3c2e-6c7f-4b0c-8f6a-0f3f6f0f4b55.1796030102140',
  at: '2026-11-30T09:15:02.140Z',
  actor: '66f0c0ffee66f0c0ffee66f0',
  action: 'product.restock',
  subject: 'prod1',
  before: { productId: 'prod1', name: 'Shirt', available: 2, revision: 4 },
  after: { productId: 'prod1', name: 'Shirt', available: 7, revision: 5 },
  requestId: '3f0c6a4e-8f5b-4d0e-9a55-0d1c7c2b8e41',
};

const auditLogAnswer = answer(
  'AuditLogAnswer',
  { entries: z.array(entry), nextCursor },
  { entries: [entryExample], nextCursor: null },
);

/** What a service lists at once. */
const longestPage = 100;

interface AuditedService {
  listAuditEntries: ListAuditEntries;
}

/** The administrative acts of all services. */
export const auditLogRoute = (services: AuditedService[]) =>
  defineRoute({
    method: 'get',
    path: '/api/admin/audit-log',
    summary: 'Who changed what, newest first',
    description:
      'Changes of the catalogue, of roles, of webhooks and of dead letters with their orders. Entries are kept for 400 days, and name people by their ids only.',
    access: 'admin',
    query: z.strictObject(pageQuery),
    success: { status: 200, description: 'A page of the audit log.', schema: auditLogAnswer },
    handle: async ({ query: { limit = defaultPageSize, cursor = '' } }) => ({
      body: await newestOf(services, { limit, cursor }),
    }),
  });

/** The services have one order of entries, so that a cursor means the same place in each; one that is missing fails the page. */
async function newestOf(services: AuditedService[], { limit, cursor }: { limit: number; cursor: string }) {
  // One more than the page holds shows whether there is a next one.
  const size = Math.min(limit + 1, longestPage);
  const found = await listAll(services, { limit: size, cursor });
  found.sort((left, right) => compareAuditEntries(positionOf(left), positionOf(right)));
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  const next = last ? auditPageToken(positionOf(last)) : '';
  const isMore = found.length > limit || (found.length === size && (await isAnyAfter(services, next)));
  return { entries, nextCursor: isMore ? next : null };
}

const listAll = async (services: AuditedService[], page: { limit: number; cursor: string }): Promise<AuditEntry[]> =>
  (await Promise.all(services.map(({ listAuditEntries: list }) => list(page)))).flat();

/** Asked only where a page is so long that the services cannot list one entry more. */
const isAnyAfter = async (services: AuditedService[], cursor: string): Promise<boolean> =>
  (await listAll(services, { limit: 1, cursor })).length > 0;

const positionOf = ({ id, at }: AuditEntry) => ({ id, at: new Date(at) });
