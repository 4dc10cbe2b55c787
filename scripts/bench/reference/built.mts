// Loads what the build made of a service's own files: the references are the real chain with a part of it exchanged.
import path from 'node:path';
import { root } from '../../local/system/folders.mts';

/** How a reference differs from the system: it stores nothing at all, each order by itself, or all but publishes nothing. */
export type ReferenceMode = 'nothing' | 'one-transaction' | 'unpublished';

export const referenceMode = () => process.env['BENCH_REFERENCE'] as ReferenceMode;

export const built = <Module,>(service: string, file: string): Promise<Module> =>
  import(path.join(root, 'services', service, 'dist', `${file}.js`)) as Promise<Module>;
