import type { InventoryServiceHandlers } from '@orders/proto/inventory/v1/InventoryService';
import { toReserveResult, type ReserveAnswer } from '@orders/proto/reserve-answer';
import type { createUnary } from '@orders/shared/grpc-unary';
import { currentActor, type AuditLog } from '@orders/shared/audit-log';
import { createListAuditEntries } from '@orders/shared/audit-entries';
import { parse } from '@orders/shared/parse';
import type { CataloguedProduct, Product } from '../domain/product';
import type { Reservation } from '../domain/reservation';
import type { AnswerTo, ProductRequest } from '../domain/stock-request';
import type { ImportedProduct } from '../domain/import-product';
import type { ImportOutcome } from '../use-cases/import-catalogue';
import type { ListHeld } from '../use-cases/list-held-reservations';
import type { ListProducts } from '../use-cases/list-products';
import type { ListStock } from '../use-cases/list-stock';
import type { ReservationRequest } from '../use-cases/change-reservations';
import {
  commitOutcomes,
  importOutcomes,
  requests,
  toBriefProductMessage,
  toHeldMessage,
  toProductMessage,
  toReservationMessage,
  toTotalsMessage,
} from './inventory-messages';

export interface InventoryHandlerNeeds {
  unary: ReturnType<typeof createUnary>;
  reserveStock: (reservations: ReservationRequest[]) => Promise<ReserveAnswer[]>;
  commitReservations: (orderIds: string[], deadline: number) => Promise<AnswerTo['commit']['outcome'][]>;
  releaseReservations: (orderIds: string[], deadline: number) => Promise<void>;
  expireReservations: (expiries: { orderId: string; epoch: number }[], deadline: number) => Promise<number>;
  listHeldReservations: (
    page: ListHeld,
  ) => Promise<{ reservations: { orderId: string; epoch: number; heldAt: Date }[]; nextPageToken: string }>;
  findReservation: (orderId: string) => Promise<Reservation | undefined>;
  findReservations: (orderIds: string[], readAt?: string) => Promise<Reservation[]>;
  listStock: (page: ListStock) => Promise<{ products: Product[]; nextPageToken: string; readAt: string }>;
  listProducts: (page: ListProducts) => Promise<{ products: CataloguedProduct[]; nextPageToken: string }>;
  getProduct: (productId: string) => Promise<CataloguedProduct>;
  importCatalogue: (products: ImportedProduct[]) => Promise<ImportOutcome[]>;
  changeCatalogue: (request: ProductRequest, deadline: number) => Promise<CataloguedProduct>;
  auditLog: Pick<AuditLog, 'list'>;
  /** When the caller of the present request stops waiting, in milliseconds since the epoch. */
  deadline: () => number;
  now: () => Date;
}

/** The RPCs: each parses its request, calls a use case and converts the answer. */
export const createInventoryHandlers = (needs: InventoryHandlerNeeds): InventoryServiceHandlers => ({
  ...reservationHandlers(needs),
  ...catalogueHandlers(needs),
  ...auditHandlers(needs),
});

const reservationHandlers = (needs: InventoryHandlerNeeds) => {
  const { unary, deadline } = needs;
  return {
    Reserve: unary(async (request) => {
      const { reservations } = parse(requests.reserve, request);
      const receivedAt = needs.now().getTime();
      const deadlineOf = (timeoutMs: number) =>
        Math.min(timeoutMs === 0 ? Infinity : receivedAt + timeoutMs, deadline());
      const answers = await needs.reserveStock(
        reservations.map(({ timeoutMs, ...reservation }) => ({ ...reservation, deadline: deadlineOf(timeoutMs) })),
      );
      return { results: answers.map(toReserveResult) };
    }),
    Commit: unary(async (request) => {
      const { orderIds } = parse(requests.orderIds, request);
      const outcomes = await needs.commitReservations(orderIds, deadline());
      return { outcomes: outcomes.map((outcome) => commitOutcomes[outcome]) };
    }),
    Release: unary(async (request) => {
      await needs.releaseReservations(parse(requests.orderIds, request).orderIds, deadline());
      return {};
    }),
    Expire: unary(async (request) => ({
      expired: await needs.expireReservations(parse(requests.expire, request).expiries, deadline()),
    })),
    ListHeldReservations: unary(async (request) => {
      const page = await needs.listHeldReservations(parse(requests.listHeld, request));
      return { reservations: page.reservations.map(toHeldMessage), nextPageToken: page.nextPageToken };
    }),
    GetReservation: unary(async (request) => {
      const reservation = await needs.findReservation(parse(requests.getReservation, request).orderId);
      return reservation ? { reservation: toReservationMessage(reservation) } : {};
    }),
  } satisfies Partial<InventoryServiceHandlers>;
};

const auditHandlers = ({ unary, findReservations, listStock, auditLog }: InventoryHandlerNeeds) =>
  ({
    ListAuditEntries: unary(createListAuditEntries(auditLog)),
    GetReservations: unary(async (request) => {
      const { orderIds, readAt } = parse(requests.getReservations, request);
      const reservations = await findReservations(orderIds, readAt === '' ? undefined : readAt);
      return { reservations: reservations.map(toReservationMessage) };
    }),
    ListStock: unary(async (request) => {
      const { products, ...page } = await listStock(parse(requests.listStock, request));
      return { products: products.map(toTotalsMessage), ...page };
    }),
  }) satisfies Partial<InventoryServiceHandlers>;

const catalogueHandlers = ({ unary, changeCatalogue, deadline, ...needs }: InventoryHandlerNeeds) => {
  const change = async (request: ProductRequest) => ({
    product: toProductMessage(await changeCatalogue({ ...request, by: currentActor() }, deadline())),
  });
  return {
    ListProducts: unary(async (request) => {
      const { products, nextPageToken } = await needs.listProducts(parse(requests.listProducts, request));
      const toMessage = request.pageSize === 0 ? toBriefProductMessage : toProductMessage;
      return { products: products.map(toMessage), nextPageToken };
    }),
    GetProduct: unary(async (request) => ({
      product: toProductMessage(await needs.getProduct(parse(requests.getProduct, request).productId)),
    })),
    CreateProduct: unary((request) => change({ kind: 'create product', ...parse(requests.createProduct, request) })),
    UpdateProduct: unary((request) => change({ kind: 'update product', ...parse(requests.updateProduct, request) })),
    ImportProducts: unary(async (request) => {
      const outcomes = await needs.importCatalogue(parse(requests.importProducts, request).products);
      return { outcomes: outcomes.map((outcome) => importOutcomes[outcome]) };
    }),
    RestockProduct: unary((request) => change({ kind: 'restock product', ...parse(requests.restockProduct, request) })),
  } satisfies Partial<InventoryServiceHandlers>;
};
