// Prints where Prometheus and promtool are, or why they are not, as JSON.
import { runScript } from '../system/failure.mts';
import { findPrometheus } from './prometheus.mts';

runScript(async () => {
  console.log(JSON.stringify(await findPrometheus()));
});
