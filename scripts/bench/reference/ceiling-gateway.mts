// The gateway of the ceiling: token, validation, log and one call, frozen as the system had them at commit 0578da0.
import { randomUUID } from 'node:crypto';
import { credentials } from '@grpc/grpc-js';
import { OrderService } from '@orders/proto';
import { z } from 'zod';
import { serveHttp } from './express-app.mts';
import { serveReady } from './serve.mts';

const orders = new OrderService(process.env['ORDER_GRPC_ADDRESSES'] ?? '', credentials.createInsecure());
const productId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);
const item = z.strictObject({ productId, quantity: z.int().min(1).max(1_000_000) });
const body = z.strictObject({
  items: z.array(item).min(1).max(100),
  userId: z.string().optional(),
  totalAmount: z.int().optional(),
});

serveHttp('post', '/api/order', async (userId, request, response) => {
  const { items } = body.parse(request.body);
  const order = await new Promise((resolve, reject) => {
    const asked = { orderId: randomUUID(), userId, items, hasIdempotencyKey: false };
    orders.PlaceOrder(asked, (error, answer) => (error ? reject(error) : resolve(answer?.order)));
  });
  response.status(201).json({ success: true, message: 'order placed', order });
});
serveReady(process.env['GATEWAY_METRICS_PORT']);
