// Reads one's order as the original system did: one Express process that asks Redis.
import { Redis } from 'ioredis';
import { serveHttp } from './express-app.mts';
import { serveReady } from './serve.mts';

const redis = new Redis({ host: process.env['REDIS_HOST'] ?? '', port: Number(process.env['REDIS_PORT']) });

serveHttp('get', '/api/order/:id', async (userId, { params }, response) => {
  const order = JSON.parse((await redis.get(`order:${String(params['id'])}`)) ?? 'null') as { userId: string } | null;
  if (order?.userId === userId) response.json({ success: true, order });
  else response.status(404).json({ success: false });
});
serveReady(process.env['GATEWAY_METRICS_PORT']);
