import * as argon2 from '@node-rs/argon2';
import * as bcrypt from '@node-rs/bcrypt';
import { randomBytes } from 'node:crypto';

/** How one kind of hash is made and checked; argon2id and bcrypt are slow by design. */
export interface HashFunctions {
  argon2Hash: (password: string) => Promise<string>;
  argon2Verify: (hash: string, password: string) => Promise<boolean>;
  bcryptVerify: (hash: string, password: string) => Promise<boolean>;
}

export interface PasswordHasherNeeds {
  functions: HashFunctions;
  /** Runs hashing work when it is its turn. */
  run: <T>(work: () => Promise<T>) => Promise<T>;
}

// OWASP's password storage cheat sheet, argon2id: 19 MiB of memory, 2 passes, 1 lane.
const memoryKib = 19_456;
const passes = 2;
const lanes = 1;
const currentPrefix = `$argon2id$v=19$m=${String(memoryKib)},t=${String(passes)},p=${String(lanes)}$`;
const bcryptForm = /^\$2[aby]\$/;

// A third more than the cost of 10 takes on an idle processor, for slower ones.
const baseCost = 10;
const baseCostMs = 75;
// Nearly all bcrypt hashes cost 10 to 12. A dearer one shows by its time until its owner signs in, which stores a new hash;
// hiding it too would keep everybody waiting for over a second.
const hiddenCost = 12;
const longestHiddenMs = baseCostMs * 2 ** (hiddenCost - baseCost);

/** New passwords are stored as argon2id; bcrypt hashes of imported accounts are still verified. */
export function createPasswordHasher({ functions, run }: PasswordHasherNeeds) {
  const { argon2Hash, argon2Verify, bcryptVerify } = functions;
  // Matches no password; made like a current hash, so that verifying against it takes as long.
  const dummyHash = argon2Hash(randomBytes(32).toString('base64'));

  return {
    hash: (password: string): Promise<string> => run(() => argon2Hash(password.normalize('NFC'))),

    verify: async (password: string, hash: string | undefined): Promise<boolean> => {
      const compared = hash ?? (await dummyHash);
      const verify = bcryptForm.test(compared) ? bcryptVerify : argon2Verify;
      for (const form of formsOf(password)) {
        if ((await run(() => verify(compared, form))) && hash !== undefined) return true;
      }
      return false;
    },

    longestCheckMs: (password: string): number => longestHiddenMs * formsOf(password).size,

    isOutdated: (hash: string): boolean => !hash.startsWith(currentPrefix),
  };
}

/** A keyboard decides how it composes letters. Hashes are made of the first form; older ones of what was typed. */
const formsOf = (password: string) => new Set([password.normalize('NFC'), password]);

export const hashFunctions: HashFunctions = {
  // The library's default algorithm is argon2id.
  argon2Hash: (password) => argon2.hash(password, { memoryCost: memoryKib, timeCost: passes, parallelism: lanes }),
  argon2Verify: (hash, password) => argon2.verify(hash, password),
  bcryptVerify: (hash, password) => bcrypt.verify(password, hash),
};
