// What a Prometheus beside the system scrapes, and by which rules it judges.
import path from 'node:path';
import { root } from '../system/folders.mts';

export interface Target {
  service: string;
  metricsPort: number;
}

export const rulesFile = path.join(root, 'charts/order-placing/files/alerts.yaml');

export function prometheusConfig(targets: Target[], { rules = rulesFile, everySeconds = 5 } = {}): string {
  const jobs = [...new Set(targets.map(({ service }) => service))].map((service) => ({
    job_name: service,
    static_configs: [
      {
        targets: targets
          .filter((target) => target.service === service)
          .map(({ metricsPort }) => `127.0.0.1:${metricsPort}`),
      },
    ],
  }));
  const interval = `${everySeconds}s`;
  // JSON is YAML too.
  return JSON.stringify(
    {
      global: { scrape_interval: interval, scrape_timeout: interval, evaluation_interval: interval },
      rule_files: [rules],
      scrape_configs: jobs,
    },
    undefined,
    2,
  );
}
