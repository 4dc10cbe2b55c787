import { X509Certificate } from 'node:crypto';
import { render, services, withHelm } from './render';

const certManager = ['cert-manager.io/v1/Certificate'];
const secretOf = (rendered: ReturnType<typeof render>, service: string) =>
  rendered.podOf(service).volumes?.find(({ name }) => name === 'certificates')?.secret.secretName;

withHelm('without mutual TLS no pod has a certificate', () => {
  const rendered = render([], certManager);

  expect(services.map((service) => secretOf(rendered, service))).toEqual(services.map(() => undefined));
  expect(rendered.ofKind('Certificate')).toEqual([]);
});

withHelm('mutual TLS in one value gives every pod files from a certificate for all services', () => {
  const rendered = render(['mutualTls.enabled=true']);

  for (const service of services) {
    const [container] = rendered.podOf(service).containers;
    expect(secretOf(rendered, service)).toBe('shop-grpc');
    expect(container.volumeMounts).toEqual([{ name: 'certificates', mountPath: '/certificates', readOnly: true }]);
    expect(container.env).toEqual(
      expect.arrayContaining([
        { name: 'GRPC_TLS_CERT', value: '/certificates/tls.crt' },
        { name: 'GRPC_TLS_KEY', value: '/certificates/tls.key' },
        { name: 'GRPC_TLS_CA', value: '/certificates/ca.crt' },
      ]),
    );
  }
  const made = rendered.named('Secret', 'shop-grpc').stringData!;
  const certificate = new X509Certificate(made['tls.crt']!);
  expect(certificate.verify(new X509Certificate(made['ca.crt']!).publicKey)).toBe(true);
  expect(certificate.subjectAltName).toBe('DNS:auth, DNS:inventory, DNS:order, DNS:processor');
});

withHelm('an existing Secret is used as it is', () => {
  const rendered = render(['mutualTls.enabled=true', 'mutualTls.existingSecret=ours'], certManager);

  expect(services.map((service) => secretOf(rendered, service))).toEqual(services.map(() => 'ours'));
  expect(rendered.ofKind('Certificate')).toEqual([]);
  expect(rendered.ofKind('Secret').map(({ metadata }) => metadata.name)).not.toContain('shop-grpc');
});

withHelm('where cert-manager is, it makes each service a certificate of its own', () => {
  const rendered = render(['mutualTls.enabled=true'], certManager);

  for (const service of services) {
    const { spec } = rendered.named('Certificate', `shop-${service}-grpc`);
    expect(spec).toMatchObject({ dnsNames: [service], issuerRef: { name: 'shop-grpc-authority', kind: 'Issuer' } });
    expect(secretOf(rendered, service)).toBe(spec['secretName']);
  }
  expect(rendered.named('Issuer', 'shop-grpc-authority').spec).toEqual({ ca: { secretName: 'shop-grpc-authority' } });
});

withHelm("a company's own issuer is asked instead of one of the release", () => {
  const issuer = ['mutualTls.certManager.issuerRef.name=company', 'mutualTls.certManager.issuerRef.kind=ClusterIssuer'];

  const rendered = render(['mutualTls.enabled=true', ...issuer], certManager);

  expect(rendered.ofKind('Issuer')).toEqual([]);
  expect(rendered.ofKind('Certificate')).toHaveLength(services.length);
  expect(rendered.named('Certificate', 'shop-order-grpc').spec['issuerRef']).toEqual({
    name: 'company',
    kind: 'ClusterIssuer',
  });
});
