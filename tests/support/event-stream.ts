import type { Order } from './shop';

/** Opens the event stream of an order; `orders` are the events so far, `ended` resolves when the server ends the stream. */
export async function openEvents(url: string, { orderId, token }: { orderId: string; token: string }) {
  const response = await fetch(`${url}/api/order/${orderId}/events`, { headers: { Authorization: `Bearer ${token}` } });
  if (response.status !== 200 || !response.body) throw new Error(`the stream was refused: ${response.status}`);
  const orders: Order[] = [];
  return {
    contentType: response.headers.get('content-type'),
    orders,
    ended: readAll(response.body, orders),
  };
}

async function readAll(body: ReadableStream<Uint8Array>, orders: Order[]): Promise<void> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + text).split('\n\n');
    rest = events.pop() ?? '';
    orders.push(...events.flatMap(orderOf));
  }
}

function orderOf(event: string): Order[] {
  const [, name] = /^event: (.*)$/m.exec(event) ?? [];
  const [, data] = /^data: (.*)$/m.exec(event) ?? [];
  return name === 'status' && data !== undefined ? [JSON.parse(data) as Order] : [];
}
