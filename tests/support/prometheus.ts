import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually';
import { freePorts } from './free-ports';
import { root } from './service-process';
import type { SystemLayout } from './system-layout';

export interface PrometheusPrograms {
  prometheus: string;
  promtool: string;
}

const run = promisify(execFile);

/** Where Prometheus is on this machine; undefined where nothing brings it, which with CI=true is an error. */
export async function findPrograms(): Promise<PrometheusPrograms | undefined> {
  const { stdout } = await run(path.join(root, 'scripts/with-node'), ['scripts/local/monitoring/find-prometheus.mts'], {
    cwd: root,
    timeout: 150_000,
  });
  const answer = JSON.parse(stdout) as PrometheusPrograms | { reason: string };
  if (!('reason' in answer)) return answer;
  if (process.env['CI'] === 'true') throw new Error(answer.reason);
  process.stderr.write(`\nLEFT OUT: tests with a real Prometheus: ${answer.reason}\n`);
  return undefined;
}

/** A Prometheus that scrapes a system each second and judges by the given rules. */
export async function startPrometheus(program: string, { layout, rules }: { layout: SystemLayout; rules: string }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'orders-prometheus-'));
  const [port = ''] = await freePorts(1);
  writeFileSync(path.join(folder, 'rules.yaml'), rules);
  writeFileSync(path.join(folder, 'prometheus.yml'), configOf(layout));
  const args = ['--config.file=prometheus.yml', '--storage.tsdb.path=data', `--web.listen-address=127.0.0.1:${port}`];
  const child = spawn(program, [...args, '--enable-feature=exemplar-storage', '--log.level=error'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  await eventually(async () => expect((await fetch(`${url}/-/ready`)).status).toBe(200), 30_000);

  const ask = async (question: string) => ((await (await fetch(`${url}${question}`)).json()) as { data: unknown }).data;
  return {
    /** The values that a query has now. */
    query: async (text: string): Promise<number[]> => {
      const data = (await ask(`/api/v1/query?query=${encodeURIComponent(text)}`)) as {
        result: { value: [number, string] }[];
      };
      return data.result.map(({ value }) => Number(value[1]));
    },
    /** The trace ids that buckets of a histogram name. */
    traceIds: async (histogram: string): Promise<string[]> => {
      const window = `start=${Date.now() / 1_000 - 600}&end=${Date.now() / 1_000}`;
      const found = (await ask(`/api/v1/query_exemplars?query=${histogram}_bucket&${window}`)) as {
        exemplars: { labels: { trace_id: string } }[];
      }[];
      return found.flatMap(({ exemplars }) => exemplars.map(({ labels }) => labels.trace_id));
    },
    /** The names of the alerts that fire. */
    firing: async (): Promise<string[]> => {
      const { alerts } = (await ask('/api/v1/alerts')) as {
        alerts: { state: string; labels: { alertname: string } }[];
      };
      return alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname);
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configOf({ replicas }: SystemLayout): string {
  const jobs = replicas.map(({ service, metricsPort }) => ({
    job_name: service,
    static_configs: [{ targets: [`127.0.0.1:${metricsPort}`] }],
  }));
  const global = { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' };
  return JSON.stringify({ global, rule_files: ['rules.yaml'], scrape_configs: jobs });
}
