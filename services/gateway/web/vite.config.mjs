import { join } from 'node:path';
import { defineConfig } from 'vite';

const gateway = 'http://127.0.0.1:3000';

// The gateway serves /page for ever, for names there change with what they hold.
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsDir: 'page',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    // The bundle of RapiDoc is as large as it is, and only /docs loads it.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      // It would report how long the plug-ins took, on a slow machine only.
      checks: { pluginTimings: false },
      input: ['index.html', 'docs.html'].map((name) => join(import.meta.dirname, name)),
    },
  },
  server: { proxy: { '/api': gateway, '/openapi.json': gateway } },
});
