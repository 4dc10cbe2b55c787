import type { KeyObject } from 'node:crypto';
import type { Log } from '@orders/shared/log';
import type { SigningKeySetting } from '../config';
import { developmentKey } from './signing-key';
import { makeKeyLine } from './pem';

export interface SigningKeyChoice {
  setting: SigningKeySetting;
  /** Where a development key is kept. */
  directory: string;
  log: Log;
}

/** The key of the environment; outside production one that was made for this machine, where there is none that fits. */
export function chooseSigningKey({ setting, directory, log }: SigningKeyChoice): KeyObject {
  if ('key' in setting) return setting.key;
  const advice = `JWT_PRIVATE_KEY ${setting.problem}; signing with a development key. Make one with: ${makeKeyLine}`;
  log.warn({ directory, advice }, 'development key in use');
  return developmentKey(directory);
}
