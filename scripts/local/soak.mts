// Builds everything, and breaks one system for HOURS, with seeds of the simulator in turn; prints what it took.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { defineCommand } from './system/command.mts';
import { root } from './system/folders.mts';
import { buildAll, installPackages } from './system/install.mts';
import { runCommand } from './system/run-command.mts';

defineCommand(
  {
    about:
      'Breaks one system for hours, with seeds of the simulator in turn, and watches memory, open files and databases.',
    usage: ['make soak [HOURS=2] [SEED=n] [ROUND=n]'],
  },
  async ({ refuse }) => {
    for (const name of ['HOURS', 'SEED', 'ROUND'] as const) {
      if (!(Number(process.env[name] ?? 1) >= 0)) refuse(`${name} must be a number`);
    }
    await installPackages();
    await buildAll();
    const file = path.join(root, '.run/soak.json');
    rmSync(file, { force: true });
    const code = await runCommand([process.execPath, path.join(root, 'tests/dist/soak/main.js')], {});
    const {
      processes = [],
      database,
      findings,
      samples: _,
      ...totals
    } = JSON.parse(readFileSync(file, 'utf8')) as Figures;
    console.log('\nMemory in MiB, sizes in bytes; growth per hour is that of the longest life of a process.');
    console.table(processes);
    if (database) console.table([database]);
    console.table([totals]);
    for (const finding of findings) console.log(`FOUND: ${finding}`);
    console.log(`All figures and samples: ${file}`);
    return code;
  },
);

interface Figures {
  processes?: object[];
  database?: object;
  findings: string[];
  samples: object[];
}
