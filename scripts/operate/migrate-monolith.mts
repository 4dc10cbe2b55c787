// Takes over the original system's database: migrate-monolith.mts --from <mongo uri with database>.
import { ownEnvironment } from '../local/own-services/environment.mts';
import { prepareServices } from '../local/own-services/prepare.mts';
import { checkSource, checkTarget, isDatabaseUri } from './monolith/check-databases.mts';
import { importAll } from './monolith/import-all.mts';
import { printSummary } from './monolith/print-summary.mts';
import { defineCommand } from '../local/system/command.mts';
import { withoutPassword } from '../local/system/env-file.mts';
import { installPackages } from '../local/system/install.mts';
import { json, step } from '../local/system/terminal.mts';

defineCommand(
  {
    about: "Takes over the original system's database; it only reads there, and a second run changes nothing.",
    usage: ['npm run migrate:monolith -- --from <mongodb:// uri of the original database, with its name> [--json]'],
    options: { from: { type: 'string', default: '' }, json: { type: 'boolean', default: false } },
  },
  async ({ values: { from, json: isJson }, refuse }) => {
    if (from === '') refuse('--from is missing');
    if (!isDatabaseUri(from))
      refuse(`--from ${withoutPassword(from)} names no database: it takes mongodb://<host>:<port>/<database>`);
    const env = ownEnvironment();
    await installPackages('services');
    await checkSource(from, isJson);
    await checkTarget(env);
    await prepareServices(['auth', 'inventory', 'order', 'processor'], env);
    const imports = await (isJson ? importAll(from, env) : step('import', 'complete', () => importAll(from, env)));
    if (isJson) json(imports);
    else printSummary(imports);
  },
);
