// Places orders one after the other, where their number counts and not their rate.
import { spreadShots, type Buyer } from './buyers.mts';

/** Answers the ids of the orders. */
export async function placeOrders(port: number, buyer: Buyer, count: number): Promise<string[]> {
  const shots = spreadShots([buyer]);
  const orderIds: string[] = [];
  for (let place = 0; place < count; place += 1) {
    const shot = shots[place % shots.length];
    const response = await fetch(`http://127.0.0.1:${port}/api/order`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${buyer.token}` },
      body: JSON.stringify(shot?.body),
    });
    if (response.status !== 201) throw new Error(`placing answered ${response.status}: ${await response.text()}`);
    orderIds.push(((await response.json()) as { order: { orderId: string } }).order.orderId);
  }
  return orderIds;
}
