// Writes the pages of docs/reference from the code that they describe; --check only compares. Needs a build.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { Failure, defineCommand } from '../local/system/command.mts';
import { root } from '../local/system/folders.mts';
import { alertsPage } from './reference/alerts.mts';
import { apiPage } from './reference/api.mts';
import { checkExample, configurationPage } from './reference/configuration.mts';
import { limitsPage } from './reference/limits.mts';
import { metricsPage } from './reference/metrics.mts';
import { storesPage } from './reference/stores.mts';

const pages: Record<string, () => string | Promise<string>> = {
  'alerts.md': alertsPage,
  'api.md': apiPage,
  'configuration.md': configurationPage,
  'limits.md': limitsPage,
  'metrics.md': metricsPage,
  'stores.md': storesPage,
};

defineCommand(
  {
    about: 'Writes the pages of docs/reference from the code; --check only compares.',
    usage: ['make generate', 'make generate-check'],
    options: { check: { type: 'boolean' } },
  },
  async ({ values }) => {
    for (const [name, page] of Object.entries(pages)) {
      const file = path.join(root, 'docs/reference', name);
      const text = await format(await page(), { ...(await resolveConfig(file)), parser: 'markdown' });
      if (!values.check) writeFileSync(file, text);
      else if (readFileSync(file, 'utf8') !== text)
        throw new Failure(`docs/reference/${name} is not what the code says. Run make generate.`);
    }
    checkExample();
  },
);
