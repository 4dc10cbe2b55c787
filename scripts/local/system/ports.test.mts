import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { after, before, test } from 'node:test';
import { freePorts } from '../../../tests/support/free-ports.ts';
import { useOfPort } from './port-holder.mts';
import { reservePorts } from './ports.mts';

let holder: Server;
before(async () => {
  holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
});
after(() => holder.close());

test('a port in use is named with who holds it and the variable that moves it', async () => {
  const { port } = holder.address() as AddressInfo;

  const check = reservePorts([{ port, variable: 'ORDER_GRPC_PORT' }]);

  await assert.rejects(check, {
    message: new RegExp(`^Port ${port} is in use by .*\\(process ${process.pid}\\): .* ORDER_GRPC_PORT `),
  });
});

test('a port that two parts ask for is named with both variables', async () => {
  const wanted = ['PORT', 'GATEWAY_METRICS_PORT'].map((variable) => ({ port: 3_999, variable }));

  await assert.rejects(reservePorts(wanted), {
    message: /^Port 3999 is asked for twice, by PORT and GATEWAY_METRICS_PORT/,
  });
});

test('a reserved port cannot be had by anybody, until it is released', async () => {
  const port = Number((await freePorts(1))[0]);
  const wanted = [{ port, variable: 'ORDER_GRPC_PORT' }];
  const reservation = await reservePorts(wanted);

  await assert.rejects(reservePorts(wanted));
  await reservation.release(wanted);

  const again = await reservePorts(wanted);
  await again.release(wanted);
});

test('a port that is the near end of a connection is told from one that is listened on', async () => {
  const { port } = holder.address() as AddressInfo;
  const client = connect(port, '127.0.0.1');
  await new Promise((resolve) => client.once('connect', resolve));

  assert.equal(useOfPort(client.localPort ?? 0)?.isListening, false);
  assert.equal(useOfPort(port)?.isListening, true);

  client.destroy();
});
