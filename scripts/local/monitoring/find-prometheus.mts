// Prints where Prometheus and promtool are, or why they are not, as JSON.
import { defineCommand } from '../system/command.mts';
import { findPrometheus } from './prometheus.mts';

defineCommand(
  {
    about: 'Prints as JSON where Prometheus and promtool are.',
    usage: ['scripts/with-node scripts/local/monitoring/find-prometheus.mts'],
  },
  async () => {
    console.log(JSON.stringify(await findPrometheus()));
  },
);
