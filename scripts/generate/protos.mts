// Generates the TypeScript types of proto/ with the loader options that run time uses; --check only compares.
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loaderOptions } from '../../proto/src/loader-options.ts';
import { Failure, defineCommand } from '../local/system/command.mts';

const committed = 'proto/src/generated';

defineCommand(
  {
    about: 'Generates the types of the protos; --check only compares.',
    usage: ['make generate', 'make generate-check'],
    options: { check: { type: 'boolean' } },
  },
  ({ values }) => {
    if (values.check) check();
    else generate(committed);
  },
);

function generate(outDir: string): void {
  rmSync(outDir, { recursive: true, force: true });
  // What a service imports is generated with it.
  const hasService = (proto: string) => /^service /m.test(readFileSync(path.join('proto', proto), 'utf8'));
  const protos = globSync('orderplacing/**/*.proto', { cwd: 'proto' }).filter(hasService).sort();
  const flags = [
    `--longs=${loaderOptions.longs.name}`,
    `--enums=${loaderOptions.enums.name}`,
    '--defaults',
    '--oneofs',
    '--includeComments',
    '--grpcLib=@grpc/grpc-js',
    '--inputTemplate=%s',
    '--outputTemplate=%sOutput',
  ];
  execFileSync('node_modules/.bin/proto-loader-gen-types', [...flags, '-I', 'proto', '-O', outDir, ...protos], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Fails where the committed types are not what the protos say. */
function check(): void {
  const fresh = mkdtempSync(path.join(tmpdir(), 'generated-protos-'));
  try {
    generate(fresh);
    const files = new Set([...filesBelow(committed), ...filesBelow(fresh)]);
    const stale = [...files].filter((file) => contentOf(committed, file) !== contentOf(fresh, file));
    if (stale.length > 0) throw new Failure(`Not generated from the protos: ${stale.join(', ')}. Run make generate.`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

const filesBelow = (folder: string) => globSync('**/*.ts', { cwd: folder });

function contentOf(folder: string, file: string): string | undefined {
  try {
    return readFileSync(path.join(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}
