import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { chart, template, withHelm } from './render';

interface ChartFile {
  home: string;
  sources: string[];
  icon: string;
  kubeVersion: string;
  maintainers: { name: string; url: string }[];
  annotations: Record<string, string>;
}

const file = parse(readFileSync(path.join(chart, 'Chart.yaml'), 'utf8')) as ChartFile;

withHelm('helm has nothing to say against the chart', () => {
  const { status, stdout } = spawnSync(
    'helm',
    ['lint', '--strict', chart, '--set', 'secrets.jwt.existingSecret=keys'],
    {
      encoding: 'utf8',
    },
  );

  expect(stdout.match(/^\[.*/gm)).toBeNull();
  expect(status).toBe(0);
});

withHelm('the chart says where it comes from, who keeps it, what it looks like and what it needs', () => {
  expect(file.sources).toEqual([file.home]);
  expect(file.maintainers).toEqual([{ name: 'order-placing', url: path.dirname(file.home) }]);
  expect(file.kubeVersion).toMatch(/^>=1\.\d+\.0-0/);
  expect(onKubernetes('1.24.9')).toContain('chart requires kubeVersion');
  expect(onKubernetes('1.25.0')).toBe('');
  const [, inRepository] = /\/main\/(.+)$/.exec(file.icon)!;
  expect(existsSync(inRepository!)).toBe(true);
});

test('what Artifact Hub shows can be read', () => {
  const links = parse(file.annotations['artifacthub.io/links']!) as { name: string; url: string }[];

  expect(links.map(({ name }) => name)).toEqual(['documentation', 'changes', 'support']);
  expect(links.filter(({ url }) => !url.startsWith(file.home))).toEqual([]);
  expect(file.annotations).toMatchObject({ 'artifacthub.io/license': 'Apache-2.0' });
});

const onKubernetes = (version: string) => template('--kube-version', version).stderr;
