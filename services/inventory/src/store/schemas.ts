import { withoutPrices, type Item, type PricedItem } from '@orders/proto/items';
import { maxPrice } from '@orders/proto/product-fields';
import { auditLogCollection } from '@orders/shared/audit-log';
import { defineCollection } from '@orders/shared/collection';
import { descriptionDefaults, maxStock, type CataloguedProduct, type Product } from '../domain/product';
import { searchTerms } from '../domain/search-terms';
import type { Reservation } from '../domain/reservation';
import type { Operation } from '../domain/stock-request';

type Stored<Entity, Key extends keyof Entity> = { _id: Entity[Key] } & Omit<Entity, Key>;

type DefaultedField = keyof typeof descriptionDefaults;
/** Documents stored by earlier releases lack the fields that have defaults. */
type Defaulted<Entity extends Record<DefaultedField, unknown>, Also extends keyof Entity = never> = Omit<
  Entity,
  DefaultedField | Also
> &
  Partial<Pick<Entity, DefaultedField | Also>>;

export type ProductDocument = Defaulted<Stored<Product, 'productId'>> & {
  /** What it is found by; absent until it is filled in where the previous version has created the product. */
  terms?: string[];
};
/** Items stored by earlier releases have neither name nor price. */
export type ReservationDocument = Omit<Stored<Reservation, 'orderId'>, 'items'> & {
  items: (Item & Partial<PricedItem>)[];
};
export type OperationDocument = Omit<Stored<Operation, 'operationId'>, 'answer'> & {
  answer: { outcome: 'done'; product: Defaulted<CataloguedProduct, 'revision'> };
};

const id = { type: String, required: true, minlength: 1, maxlength: 64 };
const date = { type: Date, required: true };
const integer = { type: Number, required: true, validate: (value: number) => Number.isSafeInteger(value) };
const units = { ...integer, min: 0 };
const price = { ...units, required: false, max: maxPrice };
const described = {
  name: { type: String, required: true, minlength: 1 },
  price,
  description: { type: String },
  imageUrl: { type: String },
  archived: { type: Boolean },
};

export const productCollection = defineCollection<ProductDocument>({
  name: 'products',
  holds: 'what is available, held and committed of each product, and where it came from',
  fields: {
    _id: id,
    ...described,
    available: units,
    held: units,
    committed: units,
    initial: { ...units, max: maxStock },
    restocked: units,
    adjusted: integer,
    revision: units,
    createdAt: date,
    terms: { type: [String], default: undefined },
  },
  indexes: [
    {
      name: 'search',
      key: { terms: 1, _id: 1 },
      reason: 'finds products by the first letters of words of their names and of their ids, and those without terms',
    },
  ],
});

export const reservationCollection = defineCollection<ReservationDocument>({
  name: 'reservations',
  holds: 'the stock that each order holds or held, by order id',
  fields: {
    _id: id,
    items: {
      type: [
        { productId: id, quantity: { ...integer, min: 1 }, name: { type: String, minlength: 1 }, unitPrice: price },
      ],
      required: true,
      default: undefined,
    },
    currency: { type: String, minlength: 3, maxlength: 3 },
    bodyHash: { type: String, required: true, maxlength: 128 },
    state: { type: String, required: true, enum: ['held', 'committed', 'released', 'expired'] },
    epoch: units,
    heldAt: { type: Date },
    updatedAt: date,
    purgeAt: { type: Date },
  },
  indexes: [
    {
      name: 'held',
      key: { state: 1, heldAt: 1, _id: 1 },
      partialFilterExpression: { state: 'held' },
      reason: 'pages held reservations by age for the expiry sweep and audits, and counts them for metrics',
    },
    {
      name: 'purge-over',
      key: { purgeAt: 1 },
      partialFilterExpression: { purgeAt: { $exists: true } },
      expireAfterSeconds: 0,
      reason:
        'the database deletes a reservation that is over on the day that it names; holds only those that are over',
    },
  ],
  retiredIndexes: ['purge'],
});

export const operationCollection = defineCollection<OperationDocument>({
  name: 'operations',
  holds: 'answers to changes of the catalogue, by operation id, so that a repeated change is made once',
  fields: {
    _id: id,
    requestHash: { type: String, maxlength: 128 },
    answer: {
      outcome: { type: String, required: true, enum: ['done'] },
      product: { productId: id, ...described, available: units, revision: { ...units, required: false } },
    },
    purgeAt: date,
  },
  indexes: [
    {
      name: 'purge',
      key: { purgeAt: 1 },
      expireAfterSeconds: 0,
      reason: 'the database deletes an answer after a day, when its request is no longer repeated',
    },
  ],
});

export const inventoryCollections = [productCollection, reservationCollection, operationCollection, auditLogCollection];

export const toProduct = ({ _id, terms: _, ...rest }: ProductDocument): Product => ({
  productId: _id,
  ...descriptionDefaults,
  ...rest,
});
export const toReservation = ({ _id, items, ...rest }: ReservationDocument): Reservation => ({
  orderId: _id,
  items: withoutPrices(items),
  ...rest,
});
export const toOperation = ({ _id, answer, ...rest }: OperationDocument): Operation => ({
  operationId: _id,
  ...rest,
  answer: { ...answer, product: { revision: 0, ...descriptionDefaults, ...answer.product } },
});

export const fromProduct = ({ productId, ...rest }: Product): ProductDocument => ({
  _id: productId,
  ...rest,
  terms: searchTerms({ productId, name: rest.name }),
});
export const fromReservation = ({ orderId, ...rest }: Reservation): ReservationDocument => ({ _id: orderId, ...rest });
export const fromOperation = ({ operationId, ...rest }: Operation): OperationDocument => ({
  _id: operationId,
  ...rest,
});
