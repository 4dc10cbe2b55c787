// Serves the shop that seed.mjs has filled.
import { startServer } from './config.mjs';

await startServer(false);
