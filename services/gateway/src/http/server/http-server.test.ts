import { Agent, get } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createHttpServer } from './http-server';

test('an idle connection stays open as long as it is told, and callers are told too', async () => {
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    keepAliveSeconds: 620,
    listener: (_request, response) => void response.end(),
  });
  await server.start();
  const agent = new Agent({ keepAlive: true });
  try {
    const [response] = (await once(get(server.address(), { agent }), 'response')) as [IncomingMessage];

    expect(response.headers['keep-alive']).toBe('timeout=620');
    response.resume();
    await once(response, 'end');
  } finally {
    agent.destroy();
    await server.stop();
  }
});
