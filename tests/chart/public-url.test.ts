import { render } from './render';

const urlOf = (values: string[]) => render(values).named('ConfigMap', 'shop-config')['data']!['PUBLIC_URL'] as string;
const viaIngress = ['ingress.enabled=true', 'ingress.hosts[0]=shop.example', 'config.trustProxy=1'];

test.each([
  ['nothing, where nothing is said', [], ''],
  ['the host of the Ingress', viaIngress, 'https://shop.example'],
  [
    'the host of the route',
    ['httpRoute.enabled=true', 'httpRoute.hostnames[0]=shop.example', 'config.trustProxy=1'],
    'https://shop.example',
  ],
  ['what is set', [...viaIngress, 'config.publicUrl=https://www.shop.example/app'], 'https://www.shop.example/app'],
])('links in mails lead to %s', (_, values, url) => {
  expect(urlOf(values)).toBe(url);
});
