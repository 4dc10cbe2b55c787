// Places orders one after the other, where their number counts and not their rate.
import { spreadShots, type Buyer } from './buyers.mts';

export interface PlacedOrder {
  orderId: string;
  createdAt: Date;
}

export async function placeOrders(port: number, buyer: Buyer, count: number): Promise<PlacedOrder[]> {
  const shots = spreadShots([buyer]);
  const placed: PlacedOrder[] = [];
  for (let place = 0; place < count; place += 1) {
    const shot = shots[place % shots.length];
    const response = await fetch(`http://127.0.0.1:${port}/api/order`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${buyer.token}` },
      body: JSON.stringify(shot?.body),
    });
    if (response.status !== 201) throw new Error(`placing answered ${response.status}: ${await response.text()}`);
    const { order } = (await response.json()) as { order: { orderId: string; createdAt: string } };
    placed.push({ orderId: order.orderId, createdAt: new Date(order.createdAt) });
  }
  return placed;
}
