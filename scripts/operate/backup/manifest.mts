// What a backup says about itself. It is written last, so a folder without one holds no whole backup.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../local/system/command.mts';
import type { DatabaseName } from './databases.mts';

export interface KeptCollection {
  database: DatabaseName;
  collection: string;
  documents: number;
}

export interface Manifest {
  format: number;
  /** What was answered before this is in it; everything is as of one moment. */
  takenAt: string;
  collections: KeptCollection[];
}

export const fileOf = (folder: string, { database, collection }: Omit<KeptCollection, 'documents'>) =>
  path.join(folder, database, `${collection}.bson`);

/** Raised when an older restore could not read it. */
export const format = 1;

const manifestFile = (folder: string) => path.join(folder, 'manifest.json');

export const writeManifest = (folder: string, manifest: Manifest): void =>
  writeFileSync(manifestFile(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });

export function readManifest(folder: string): Manifest {
  const file = manifestFile(folder);
  if (!existsSync(file)) throw new Failure(`${folder} holds no whole backup: there is no manifest.json in it.`);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (manifest.format !== format) throw new Failure(`${folder} was written by a newer version.`);
  return manifest;
}
