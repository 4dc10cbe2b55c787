import type { Order } from './shop';

export interface StreamEvent {
  id: string | undefined;
  order: Order;
}

export interface Follow {
  orderId: string;
  token: string;
  onEvent?: (event: StreamEvent) => void;
  signal?: AbortSignal;
}

/** Opens the event stream of an order; `orders` are the events so far, `ended` resolves when the server ends the stream. */
export async function openEvents(url: string, { orderId, token, onEvent, signal }: Follow) {
  const response = await fetch(`${url}/api/order/${orderId}/events`, {
    headers: { Authorization: `Bearer ${token}` },
    ...(signal && { signal }),
  });
  if (response.status !== 200 || !response.body) throw new Error(`the stream was refused: ${response.status}`);
  const orders: Order[] = [];
  const take = (event: StreamEvent): void => {
    orders.push(event.order);
    onEvent?.(event);
  };
  return {
    contentType: response.headers.get('content-type'),
    orders,
    ended: readAll(response.body, take),
  };
}

async function readAll(body: ReadableStream<Uint8Array>, take: (event: StreamEvent) => void): Promise<void> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + text).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events.flatMap(statusIn)) take(event);
  }
}

function statusIn(event: string): StreamEvent[] {
  const [, name] = /^event: (.*)$/m.exec(event) ?? [];
  const [, data] = /^data: (.*)$/m.exec(event) ?? [];
  const [, id] = /^id: (.*)$/m.exec(event) ?? [];
  return name === 'status' && data !== undefined ? [{ id, order: JSON.parse(data) as Order }] : [];
}
