import { hash as bcryptHash } from '@node-rs/bcrypt';
import { createPasswordHasher, hashFunctions, type HashFunctions } from './password-hasher';

const run = <T>(work: () => Promise<T>) => work();

const countedFunctions = () => {
  const checks: string[] = [];
  const functions: HashFunctions = {
    ...hashFunctions,
    argon2Verify: (hash, password) => {
      checks.push('argon2');
      return hashFunctions.argon2Verify(hash, password);
    },
    bcryptVerify: (hash, password) => {
      checks.push('bcrypt');
      return hashFunctions.bcryptVerify(hash, password);
    },
  };
  return { checks, functions };
};

test('a password is hashed with argon2id at the stated cost, with a new salt each time, and only it matches', async () => {
  const passwords = createPasswordHasher({ functions: hashFunctions, run });

  const [hash, other] = await Promise.all([passwords.hash('correct horse'), passwords.hash('correct horse')]);

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(other).not.toBe(hash);
  expect(passwords.isOutdated(hash)).toBe(false);
  expect(await passwords.verify('correct horse', hash)).toBe(true);
  expect(await passwords.verify('Correct horse', hash)).toBe(false);
});

test.each(['2a', '2b', '2y'] as const)('a $%s$ hash of a short password is verified, and outdated', async (version) => {
  const passwords = createPasswordHasher({ functions: hashFunctions, run });
  const hash = await bcryptHash('short', { cost: 4, version });

  expect(hash).toMatch(`$${version}$04$`);
  expect(await passwords.verify('short', hash)).toBe(true);
  expect(await passwords.verify('shorT', hash)).toBe(false);
  expect(passwords.isOutdated(hash)).toBe(true);
});

test('argon2id at another cost is outdated', () => {
  const passwords = createPasswordHasher({ functions: hashFunctions, run });

  expect(passwords.isOutdated('$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA')).toBe(true);
});

test('without an account a hash is verified all the same, and the answer is no', async () => {
  const { checks, functions } = countedFunctions();
  const passwords = createPasswordHasher({ functions, run });

  expect(await passwords.verify('anything', undefined)).toBe(false);

  expect(checks).toEqual(['argon2']);
});

test('a password that matches the dummy hash is rejected', async () => {
  const functions = { ...hashFunctions, argon2Verify: () => Promise.resolve(true) };
  const passwords = createPasswordHasher({ functions, run });

  expect(await passwords.verify('anything', undefined)).toBe(false);
});

test('the longest check is that of a bcrypt hash of cost 12, for each form of the password', async () => {
  const { checks, functions } = countedFunctions();
  const passwords = createPasswordHasher({ functions, run });
  const imported = await bcryptHash('another', { cost: 4 });

  for (const guess of ['plain', 'caf\u00e9', 'cafe\u0301']) {
    checks.length = 0;
    await passwords.verify(guess, imported);
    expect(passwords.longestCheckMs(guess)).toBe(checks.length * 300);
  }
});

test('hashing and checking both wait for their turn', async () => {
  let turns = 0;
  const counted = <T>(work: () => Promise<T>) => {
    turns += 1;
    return work();
  };
  const passwords = createPasswordHasher({ functions: hashFunctions, run: counted });

  await passwords.verify('correct horse', await passwords.hash('correct horse'));

  expect(turns).toBe(2);
});

test('a password matches however its letters are composed, and so does an imported one', async () => {
  const passwords = createPasswordHasher({ functions: hashFunctions, run });
  const [composed, decomposed] = ['caf\u00e9 caf\u00e9', 'cafe\u0301 cafe\u0301'];

  const hash = await passwords.hash(decomposed);
  const imported = await bcryptHash(decomposed, { cost: 4 });

  expect(await passwords.verify(composed, hash)).toBe(true);
  expect(await passwords.verify(decomposed, hash)).toBe(true);
  expect(await passwords.verify(decomposed, imported)).toBe(true);
});
