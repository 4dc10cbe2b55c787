import { createPrivateKey } from 'node:crypto';
import { render, template, withHelm } from './render';

const secretsOf = (rendered: ReturnType<typeof render>, service: string) =>
  rendered.podOf(service).containers[0].envFrom.flatMap(({ secretRef }) => secretRef?.name ?? []);

withHelm('without existing Secrets the chart makes them, with a key that signs ES256', () => {
  const rendered = render(['secrets.aws.accessKeyId=id', 'secrets.aws.secretAccessKey=key']);

  const made = rendered.ofKind('Secret').map(({ metadata }) => metadata.name);
  expect(made.sort()).toEqual(['shop-aws', 'shop-jwt', 'shop-mongo']);
  const key = createPrivateKey(rendered.named('Secret', 'shop-jwt').stringData!['JWT_PRIVATE_KEY']!);
  expect(key.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
});

withHelm('existing Secrets are used, and none is made', () => {
  const rendered = render(['mongo', 'jwt', 'aws'].map((name) => `secrets.${name}.existingSecret=our-${name}`));

  expect(rendered.ofKind('Secret')).toEqual([]);
  expect(secretsOf(rendered, 'auth')).toEqual(['our-mongo', 'our-jwt']);
  expect(secretsOf(rendered, 'inventory')).toEqual(['our-mongo']);
  expect(secretsOf(rendered, 'order')).toEqual(['our-mongo', 'our-aws']);
  expect(secretsOf(rendered, 'processor')).toEqual(['our-mongo', 'our-aws']);
  expect(secretsOf(rendered, 'gateway')).toEqual([]);
});

withHelm('a release without a database says what is missing', () => {
  const { status, stderr } = template('--set', 'secrets.mongo.uri=');

  expect(status).not.toBe(0);
  expect(stderr).toContain('secrets.mongo.uri or secrets.mongo.existingSecret');
});
