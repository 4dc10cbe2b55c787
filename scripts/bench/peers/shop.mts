// What is compared: a system that takes orders, as its buyers and this bench see it.
import { productIds } from '../databases.mts';
import type { WatchedProcess } from '../world.mts';

export interface Shop {
  name: string;
  version: string;
  /** Its own shortest way from an empty cart to a placed order, call by call. */
  calls: string[];
  /** What it does with an order that others leave out, in words. */
  does: string;
  /** How long it takes orders before it is measured, and while it is. */
  warmUpSeconds: number;
  seconds: number;
  /** Starts it with products, and with buyers who have signed in where it knows any. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
  watched: () => WatchedProcess[];
  /** Goes the whole way; throws a Refusal where there is no order at its end. */
  place: (order: Order, call: Call) => Promise<void>;
  /** Waits until its orders have caused all that they cause, where that can be seen. */
  untilDone?: () => Promise<void>;
}

export interface Order {
  buyer: number;
  product: string;
}

export interface Reply {
  status: number;
  headers: Headers;
  body: unknown;
}

export type Call = (url: string, body: object, headers?: Record<string, string>) => Promise<Reply>;

/** An answer that is no order: for want of stock, or because something failed. */
export class Refusal extends Error {}

export const call: Call = async (url, body, headers) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
};

/** Those who place orders all the time. */
export const busyBuyers = 32;
/** Those who all want the same pieces at once. */
export const hastyBuyers = 60;
export const scarce = { product: 'bench-scarce', pieces: 20 };
/** Of which there is one, for the proof that stock is tracked. */
export const single = 'bench-single';

/** What the shops sell. */
export const stocked = [
  ...productIds.map((name) => ({ name, stock: 1_000_000 })),
  { name: scarce.product, stock: scarce.pieces },
  { name: single, stock: 1 },
];
