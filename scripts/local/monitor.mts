// Prometheus, and Grafana where it is installed, beside the system of make up; in the foreground until Ctrl-C.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './backing/program.mts';
import { grafanaLaunch } from './monitoring/grafana.mts';
import { findPrometheus } from './monitoring/prometheus.mts';
import { prometheusConfig } from './monitoring/prometheus-config.mts';
import { Failure, defineCommand } from './system/command.mts';
import { systemFolder, type RunFolder } from './system/folders.mts';
import { planSystem } from './system/plan.mts';
import { rememberedVariables, runningNames } from './system/remembered.mts';
import { readSettings } from './system/settings.mts';

const prometheusUrl = 'http://127.0.0.1:9090';

defineCommand(
  {
    about: 'Runs Prometheus, and Grafana and Jaeger where they are installed, beside make up, until Ctrl-C.',
    usage: ['make monitor'],
  },
  async () => {
    const folder = systemFolder();
    if (runningNames(folder).length === 0) throw new Failure('Nothing is up: make up first.');
    const programs = await findPrometheus();
    if ('reason' in programs)
      throw new Failure(`No Prometheus: ${programs.reason}. Install it (https://prometheus.io).`);
    const prometheus = startPrometheus(folder, programs.prometheus);
    const started = [prometheus, ...(await startGrafana(folder)), ...startTraceViewer()];
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => started.forEach((one) => one.kill()));
    // A viewer that ends takes nothing along.
    await new Promise((resolve) => prometheus.once('exit', resolve));
    started.forEach((one) => one.kill());
  },
);

function startPrometheus(folder: RunFolder, program: string): ChildProcess {
  const home = path.join(folder.data, 'prometheus');
  mkdirSync(home, { recursive: true });
  const { parts } = planSystem(readSettings(rememberedVariables(folder)));
  const targets = parts.flatMap((part) =>
    part.kind === 'service' ? [{ service: part.group, metricsPort: part.ports[1]?.port ?? 0 }] : [],
  );
  const config = path.join(home, 'prometheus.yml');
  writeFileSync(config, prometheusConfig(targets));
  console.log(`Prometheus  ${prometheusUrl}/graph, alerts at ${prometheusUrl}/alerts`);
  const args = [`--config.file=${config}`, `--storage.tsdb.path=${home}/data`, '--web.listen-address=127.0.0.1:9090'];
  const exemplars = '--enable-feature=exemplar-storage';
  return spawn(program, [...args, exemplars, '--log.level=warn'], { stdio: ['ignore', 'inherit', 'inherit'] });
}

async function startGrafana(folder: RunFolder): Promise<ChildProcess[]> {
  const launch = await grafanaLaunch(folder, prometheusUrl);
  if ('reason' in launch) {
    console.log(`Grafana     left out: ${launch.reason}`);
    return [];
  }
  console.log('Grafana     http://127.0.0.1:3001/d/orders-overview');
  return [spawn(launch.command, launch.args, { env: { ...process.env, ...launch.env }, stdio: 'ignore' })];
}

/** Jaeger takes OTLP at port 4318, where OTEL_EXPORTER_OTLP_ENDPOINT points to. */
function startTraceViewer(): ChildProcess[] {
  const program = findOnPath('jaeger') ?? findOnPath('jaeger-all-in-one');
  if (program === undefined) {
    console.log('traces      left out: jaeger is not on PATH');
    return [];
  }
  console.log('traces      http://127.0.0.1:16686 (OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 make up)');
  return [spawn(program, [], { stdio: 'ignore' })];
}
