// Builds the gateway's page when a source of it is younger than what was built.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './folders.mts';

const source = path.join(root, 'services/gateway/web');
const built = path.join(root, 'services/gateway/dist/web/index.html');

/** Brings the page up to its sources. */
export async function buildPage(runNode: (args: string[]) => Promise<void>): Promise<void> {
  if (isCurrent()) return;
  await runNode(['node_modules/vite/bin/vite.js', 'build', 'services/gateway/web']);
}

function isCurrent(): boolean {
  if (!existsSync(built)) return false;
  const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('dist'))
    .map((name) => path.join(source, name));
  const newest = Math.max(...[...sources, path.join(root, 'package-lock.json')].map((file) => statSync(file).mtimeMs));
  return newest <= statSync(built).mtimeMs;
}
