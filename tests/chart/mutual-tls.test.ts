import { refusalOf, render, services, template, withHelm } from './render';

const certManager = ['mutualTls.enabled=true', 'mutualTls.certManager.enabled=true'];
const ours = Object.fromEntries(services.map((service) => [service, `our-${service}`]));
const secretOf = (rendered: ReturnType<typeof render>, service: string) =>
  rendered.podOf(service).volumes?.find(({ name }) => name === 'certificates')?.secret?.secretName;

withHelm('without mutual TLS no pod has a certificate', () => {
  const rendered = render(['mutualTls.certManager.enabled=true']);

  expect(services.map((service) => secretOf(rendered, service))).toEqual(services.map(() => undefined));
  expect(rendered.ofKind('Certificate')).toEqual([]);
});

withHelm('mutual TLS gives every pod the files of the Secret that exists for its service', () => {
  const rendered = render(certManager, { mutualTls: { existingSecrets: ours } });

  for (const service of services) {
    const [container] = rendered.podOf(service).containers;
    expect(secretOf(rendered, service)).toBe(`our-${service}`);
    expect(container.volumeMounts).toEqual([{ name: 'certificates', mountPath: '/certificates', readOnly: true }]);
    expect(container.env).toEqual(
      expect.arrayContaining([
        { name: 'GRPC_TLS_CERT', value: '/certificates/tls.crt' },
        { name: 'GRPC_TLS_KEY', value: '/certificates/tls.key' },
        { name: 'GRPC_TLS_CA', value: '/certificates/ca.crt' },
      ]),
    );
  }
  expect(rendered.ofKind('Certificate')).toEqual([]);
  expect(rendered.ofKind('Secret').map(({ metadata }) => metadata.name)).not.toContain('shop-order-grpc');
});

withHelm('a service without a Secret among those that exist is missed', () => {
  const others = { ...ours, order: null };

  expect(refusalOf(certManager, { mutualTls: { existingSecrets: others } })).toContain('mutualTls/existingSecrets');
  expect(refusalOf(['mutualTls.existingSecret=ours'])).toContain("'existingSecret' not allowed");
});

withHelm('cert-manager, where it is enabled, makes each service and operators a certificate of their own', () => {
  const rendered = render(certManager);

  for (const service of services) {
    const { spec } = rendered.named('Certificate', `shop-${service}-grpc`);
    expect(spec).toMatchObject({ dnsNames: [service], issuerRef: { name: 'shop-grpc-authority', kind: 'Issuer' } });
    expect(secretOf(rendered, service)).toBe(spec['secretName']);
  }
  expect(rendered.named('Certificate', 'shop-operator-grpc').spec).toMatchObject({
    dnsNames: ['operator'],
    secretName: 'shop-operator-grpc',
  });
  expect(rendered.named('Issuer', 'shop-grpc-authority').spec).toEqual({ ca: { secretName: 'shop-grpc-authority' } });
});

withHelm.each(['production', 'staging'])('%s has mutual TLS with certificates of cert-manager', (environment) => {
  const { status, stdout } = template('-f', `deploy/environments/${environment}.yaml`);

  expect(status).toBe(0);
  expect(stdout.match(/dnsNames: \["(\w+)"\]/g)).toHaveLength(services.length + 1);
  expect(stdout.match(/GRPC_TLS_CERT/g)).toHaveLength(services.length);
});

withHelm("a company's own issuer is asked instead of one of the release", () => {
  const issuer = ['mutualTls.certManager.issuerRef.name=company', 'mutualTls.certManager.issuerRef.kind=ClusterIssuer'];

  const rendered = render([...certManager, ...issuer]);

  expect(rendered.ofKind('Issuer')).toEqual([]);
  expect(rendered.ofKind('Certificate')).toHaveLength(services.length + 1);
  expect(rendered.named('Certificate', 'shop-order-grpc').spec['issuerRef']).toEqual({
    name: 'company',
    kind: 'ClusterIssuer',
  });
});
