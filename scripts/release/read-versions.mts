// Reads what the repository says of its version.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../local/system/folders.mts';
import type { Versions } from './agreement.mts';

const chartFile = 'charts/order-placing/Chart.yaml';

export function readVersions(): Versions {
  const { version, workspaces } = JSON.parse(read('package.json')) as PackageFile & { workspaces: string[] };
  const lock = JSON.parse(read('package-lock.json')) as PackageFile & { packages: Record<string, PackageFile> };
  const chart = parse(read(chartFile)) as { version: string; appVersion: string; home: string };
  return {
    stated: {
      'package.json': version,
      ...Object.fromEntries(
        workspaces
          .map((folder) => `${folder}/package.json`)
          .map((file) => [file, (JSON.parse(read(file)) as PackageFile).version]),
      ),
      'package-lock.json': lock.version,
      ...Object.fromEntries(
        ['', ...workspaces].map((folder) => [`package-lock.json of "${folder}"`, lock.packages[folder]?.version]),
      ),
      'version of Chart.yaml': chart.version,
      'appVersion of Chart.yaml': chart.appVersion,
    },
    changelog: read('CHANGELOG.md'),
    home: chart.home,
  };
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface PackageFile {
  version: string;
}
