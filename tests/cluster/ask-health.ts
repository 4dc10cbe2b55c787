import { kubectl } from './run';

type Shown = 'its certificate' | 'no certificate' | 'plain text';

/** The gRPC status that a service answers a caller with who stands in a gateway's pod, and shows this: 0 is an answer. */
export const askHealth = async (namespace: string, service: string, shown: Shown): Promise<number> => {
  const args = [`orders-${service}.${namespace}.svc:${String(ports[service])}`, service, shown];
  const printed = await kubectl('exec', '-n', namespace, 'deploy/orders-gateway', '--', 'node', '-e', script, ...args);
  return Number(printed);
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
