import { grpcTarget } from './grpc-target';

test.each([
  ['127.0.0.1:50051', 'ipv4:127.0.0.1:50051'],
  ['localhost:50051,127.0.0.1:50151', 'ipv4:127.0.0.1:50051,127.0.0.1:50151'],
  ['[::1]:50051', 'ipv6:[::1]:50051'],
  ['[fd00::1]:50051,[fd00::2]:50051', 'ipv6:[fd00::1]:50051,[fd00::2]:50051'],
  ['order.example:50053', 'dns:///order.example:50053'],
  ['dns:///shop-order.market.svc:50053', 'dns:///shop-order.market.svc:50053'],
])('%s is reached as %s', (addresses, target) => {
  expect(grpcTarget(addresses)).toBe(target);
});

test.each([
  '::1:50051',
  '[::1]',
  '127.0.0.1',
  '127.0.0.1:1,[::1]:2',
  'one.example:1,two.example:1',
  '',
  'http://x:1',
  '[a]:1',
])('"%s" is no address of a service', (addresses) => {
  expect(grpcTarget(addresses)).toBeUndefined();
});
