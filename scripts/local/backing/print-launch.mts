// Prints how a backing service is started on this machine, as JSON: for tests that end it and start it again themselves.
import path from 'node:path';
import { Failure, runScript } from '../system/failure.mts';
import { runFolder } from '../system/folders.mts';
import { backingLaunch, backingNames } from './start-backing.mts';

runScript(async () => {
  const [wanted, folder = '', port = ''] = process.argv.slice(2);
  const name = backingNames.find((each) => each === wanted);
  if (name === undefined || folder === '' || port === '')
    throw new Failure('usage: print-launch.mts <name> <folder> <port>');
  const launch = await backingLaunch(runFolder(path.resolve(folder)), name, Number(port));
  console.log(JSON.stringify(launch));
});
