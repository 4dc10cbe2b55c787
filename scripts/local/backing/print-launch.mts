// Prints how a backing service is started on this machine, as JSON: for tests that end it and start it again themselves.
import path from 'node:path';
import { defineCommand } from '../system/command.mts';
import { runFolder } from '../system/folders.mts';
import { backingLaunch, backingNames } from './start-backing.mts';

defineCommand(
  {
    about: 'Prints as JSON how a backing service is started here.',
    usage: ['scripts/with-node scripts/local/backing/print-launch.mts <name> <folder> <port>'],
    words: [3, 3],
  },
  async ({ words: [wanted, folder = '', port = ''], refuse }) => {
    const name = backingNames.find((each) => each === wanted);
    if (name === undefined) return refuse(`there are ${backingNames.join(', ')}`);
    const launch = await backingLaunch(runFolder(path.resolve(folder)), name, Number(port));
    console.log(JSON.stringify(launch));
  },
);
