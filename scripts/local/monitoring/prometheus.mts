// Finds Prometheus and promtool on this machine, or unpacks Debian's package into .run/tools without installing it.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findOnPath, outputOf } from '../backing/program.mts';
import { toolsDir } from '../system/folders.mts';

export interface PrometheusPrograms {
  prometheus: string;
  promtool: string;
}

export async function findPrometheus(): Promise<PrometheusPrograms | { reason: string }> {
  const [prometheus, promtool] = [findOnPath('prometheus'), findOnPath('promtool')];
  if (prometheus !== undefined && promtool !== undefined) return { prometheus, promtool };
  const unpacked = path.join(toolsDir, 'prometheus/usr/bin');
  const programs = { prometheus: path.join(unpacked, 'prometheus'), promtool: path.join(unpacked, 'promtool') };
  if (existsSync(programs.promtool)) return programs;
  return (await unpackPackage()) ? programs : { reason: 'prometheus is not on PATH, and apt-get does not bring it' };
}

async function unpackPackage(): Promise<boolean> {
  if (findOnPath('apt-get') === undefined || findOnPath('dpkg-deb') === undefined) return false;
  const folder = path.join(toolsDir, 'prometheus');
  mkdirSync(folder, { recursive: true });
  const inFolder = 'cd "$1" && apt-get download -q prometheus';
  if ((await outputOf('sh', ['-c', inFolder, 'sh', folder], 120_000)) === undefined) return false;
  const file = readdirSync(folder).find((name) => name.endsWith('.deb'));
  if (file === undefined) return false;
  const isUnpacked = (await outputOf('dpkg-deb', ['-x', path.join(folder, file), folder], 60_000)) !== undefined;
  rmSync(path.join(folder, file));
  return isUnpacked;
}
