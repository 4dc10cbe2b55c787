// Generates the TypeScript types of proto/ with the loader options that run time uses.
import { execFileSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { loaderOptions } from '../proto/src/loader-options.ts';

const outDir = 'proto/src/generated';
const flags = [
  `--longs=${loaderOptions.longs.name}`,
  `--enums=${loaderOptions.enums.name}`,
  ...(loaderOptions.defaults ? ['--defaults'] : []),
  ...(loaderOptions.oneofs ? ['--oneofs'] : []),
  '--includeComments',
  '--grpcLib=@grpc/grpc-js',
  '--inputTemplate=%s',
  '--outputTemplate=%sOutput',
];

rmSync(outDir, { recursive: true, force: true });
const protos = globSync('orderplacing/**/*.proto', { cwd: 'proto' }).sort();
execFileSync('node_modules/.bin/proto-loader-gen-types', [...flags, '-I', 'proto', '-O', outDir, ...protos], {
  stdio: 'inherit',
});
