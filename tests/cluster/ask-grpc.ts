import { kubectl } from './run';

type Shown = 'its certificate' | 'no certificate' | 'plain text';

/** The gRPC status that a service answers a caller with who stands in a gateway's pod, and shows this: 0 is an answer. */
export const askHealth = async (namespace: string, service: string, shown: Shown): Promise<number> => {
  const args = [`orders-${service}.${namespace}.svc:${String(ports[service])}`, service, shown];
  const printed = await kubectl('exec', '-n', namespace, 'deploy/orders-gateway', '--', 'node', '-e', script, ...args);
  return Number(printed);
};

/** The gRPC status that the order service answers an empty request of a gateway's pod with. */
export const askOrder = async (namespace: string, method: 'PlaceOrder' | 'SettleOrders'): Promise<number> => {
  const args = [`orders-order.${namespace}.svc:${String(ports['order'])}`, method];
  return Number(
    await kubectl('exec', '-n', namespace, 'deploy/orders-gateway', '--', 'node', '-e', orderScript, ...args),
  );
};

const ports: Record<string, number> = { auth: 50051, inventory: 50052, order: 50053, processor: 50054 };

// It runs where the gateway does, on the gateway's own modules and certificate.
const script = `
const { readFileSync } = require('node:fs');
const { credentials, makeGenericClientConstructor } = require('@grpc/grpc-js');
const { service: health } = require('grpc-health-check');
const [address, name, shown] = process.argv.slice(1);
const [ca, crt, key] = ['ca.crt', 'tls.crt', 'tls.key'].map((file) => () => readFileSync('/certificates/' + file));
const shows = {
  'its certificate': () => credentials.createSsl(ca(), key(), crt()),
  'no certificate': () => credentials.createSsl(ca()),
  'plain text': () => credentials.createInsecure(),
};
const Client = makeGenericClientConstructor(health, 'health');
const client = new Client(address, shows[shown](), { 'grpc.ssl_target_name_override': name });
client.check({ service: '' }, { deadline: Date.now() + 5000 }, (error) => {
  console.log(error ? error.code : 0);
  client.close();
});
`;

const orderScript = `
const { readFileSync } = require('node:fs');
const { credentials } = require('@grpc/grpc-js');
const { OrderService } = require('@orders/proto');
const [address, method] = process.argv.slice(1);
const [ca, crt, key] = ['ca.crt', 'tls.crt', 'tls.key'].map((file) => readFileSync('/certificates/' + file));
const client = new OrderService(address, credentials.createSsl(ca, key, crt), { 'grpc.ssl_target_name_override': 'order' });
client[method]({}, { deadline: Date.now() + 5000 }, (error) => {
  console.log(error ? error.code : 0);
  client.close();
});
`;
