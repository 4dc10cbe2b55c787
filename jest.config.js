// Projects by what a test needs: nothing, backing services, a running system, a system of its own to break.
const base = {
  transform: { '[.]ts$': ['ts-jest', { tsconfig: 'tsconfig.json', diagnostics: false }] },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require'] },
  testPathIgnorePatterns: ['/dist/', '/node_modules/'],
  modulePathIgnorePatterns: ['/dist/', '/[.]run/'],
};

module.exports = {
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{proto,services/*}/{src,web}/**/*.test.ts'] },
    { ...base, displayName: 'chart', testMatch: ['<rootDir>/tests/chart/**/*.test.ts'] },
    { ...base, displayName: 'simulation', testMatch: ['<rootDir>/tests/simulation/**/*.test.ts'] },
    { ...base, displayName: 'model', testMatch: ['<rootDir>/tests/model/**/*.test.ts'] },
    { ...base, displayName: 'histories', testMatch: ['<rootDir>/tests/histories/**/*.test.ts'] },
    { ...base, displayName: 'soak', testMatch: ['<rootDir>/tests/soak/**/*.test.ts'] },
    { ...base, displayName: 'integration', testMatch: ['<rootDir>/tests/integration/**/*.test.ts'] },
    { ...base, displayName: 'crash-points', testMatch: ['<rootDir>/tests/crash-points/**/*.test.ts'] },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/support/system-environment.ts',
      globalSetup: '<rootDir>/tests/support/shared-system.ts',
      globalTeardown: '<rootDir>/tests/support/stop-shared-system.ts',
    },
    {
      ...base,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/support/system-environment.ts',
    },
    {
      ...base,
      displayName: 'resilience',
      testMatch: ['<rootDir>/tests/resilience/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/support/system-environment.ts',
    },
    {
      ...base,
      displayName: 'fuzz',
      testMatch: ['<rootDir>/tests/fuzz/**/*.test.ts'],
      testEnvironment: '<rootDir>/tests/support/system-environment.ts',
    },
    // Known only to make cluster-test, which has chosen a cluster; all tests is all that this machine can run by itself.
    ...(process.env.CLUSTER_TEST_BACKING
      ? [{ ...base, displayName: 'cluster', testMatch: ['<rootDir>/tests/cluster/**/*.test.ts'] }]
      : []),
  ],
  testTimeout: 30_000,
};
