// Grafana with our dashboards and one source of data, for whoever has it installed or has Docker.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findOnPath, outputOf } from '../backing/program.mts';
import type { Launch } from '../system/background.mts';
import { root, type RunFolder } from '../system/folders.mts';

// Where Jaeger shows what an exemplar names; the doubled $ is Grafana's own, past its variables.
const traceAddress = 'http://127.0.0.1:16686/trace/$${__value.raw}';
const image = 'grafana/grafana-oss:12.0.2';

export async function grafanaLaunch(folder: RunFolder, prometheusUrl: string): Promise<Launch | { reason: string }> {
  const dashboards = path.join(root, 'deploy/monitoring/dashboards');
  const own = findOnPath('grafana');
  if (own !== undefined) {
    const provisioning = writeProvisioning(folder, { prometheusUrl, dashboards });
    return { command: own, args: ['server'], env: settings(provisioning, path.join(folder.data, 'grafana')) };
  }
  const docker = findOnPath('docker');
  if (docker === undefined) return { reason: 'neither grafana nor docker is on PATH' };
  if ((await outputOf(docker, ['version', '--format', '{{.Server.Version}}'])) === undefined) {
    return { reason: 'grafana is not on PATH, and no Docker engine answers' };
  }
  const provisioning = writeProvisioning(folder, { prometheusUrl, dashboards: '/dashboards' });
  const variables = Object.entries(settings('/provisioning', '/var/lib/grafana')).flatMap(([name, value]) => [
    '--env',
    `${name}=${value}`,
  ]);
  const mounts = ['--volume', `${provisioning}:/provisioning:ro`, '--volume', `${dashboards}:/dashboards:ro`];
  return { command: docker, args: ['run', '--rm', '--network', 'host', ...variables, ...mounts, image] };
}

const settings = (provisioning: string, data: string) => ({
  GF_SERVER_HTTP_ADDR: '127.0.0.1',
  GF_SERVER_HTTP_PORT: '3001',
  GF_PATHS_PROVISIONING: provisioning,
  GF_PATHS_DATA: data,
  GF_AUTH_ANONYMOUS_ENABLED: 'true',
  GF_ANALYTICS_REPORTING_ENABLED: 'false',
});

function writeProvisioning(folder: RunFolder, facts: { prometheusUrl: string; dashboards: string }): string {
  const home = path.join(folder.data, 'grafana-provisioning');
  const write = (kind: string, content: object) => {
    mkdirSync(path.join(home, kind), { recursive: true });
    writeFileSync(path.join(home, kind, 'orders.yaml'), JSON.stringify({ apiVersion: 1, ...content }, undefined, 2));
  };
  write('datasources', {
    datasources: [
      {
        name: 'Prometheus',
        type: 'prometheus',
        url: facts.prometheusUrl,
        isDefault: true,
        jsonData: { exemplarTraceIdDestinations: [{ name: 'trace_id', url: traceAddress }] },
      },
    ],
  });
  write('dashboards', { providers: [{ name: 'orders', type: 'file', options: { path: facts.dashboards } }] });
  return home;
}
