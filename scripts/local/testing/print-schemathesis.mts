// Prints as JSON which Python runs schemathesis, installed once below .run/tools, or the reason why none does.
import { pythonPackages } from '../backing/python-packages.mts';
import { defineCommand } from '../system/command.mts';

defineCommand(
  {
    about: 'Prints as JSON which Python runs schemathesis.',
    usage: ['scripts/with-node scripts/local/testing/print-schemathesis.mts'],
  },
  async () => {
    const found = await pythonPackages({
      name: 'schemathesis',
      requirements: ['schemathesis==4.32.5', 'hypothesis==6.170.17'],
      oldestPython: 10,
    });
    console.log(JSON.stringify('reason' in found ? { reason: found.reason } : { python: found.python }));
  },
);
