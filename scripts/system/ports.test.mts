import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { after, before, test } from 'node:test';
import { checkPorts } from './ports.mts';

let holder: Server;
before(async () => {
  holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
});
after(() => holder.close());

test('a port in use is named with who holds it and the variable that moves it', async () => {
  const { port } = holder.address() as AddressInfo;

  const check = checkPorts([{ port, variable: 'ORDER_GRPC_PORT' }]);

  await assert.rejects(check, {
    message: new RegExp(`^Port ${port} is in use by .*\\(process ${process.pid}\\): .* ORDER_GRPC_PORT `),
  });
});

test('a port that two parts ask for is named with both variables', async () => {
  const wanted = ['PORT', 'GATEWAY_METRICS_PORT'].map((variable) => ({ port: 3_999, variable }));

  await assert.rejects(checkPorts(wanted), {
    message: /^Port 3999 is asked for twice, by PORT and GATEWAY_METRICS_PORT/,
  });
});
