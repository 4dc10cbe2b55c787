/** The import boundaries of ARCHITECTURE.md; each comment says what to do instead. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Move what both need into a third file.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'services-talk-over-the-wire',
      severity: 'error',
      comment: 'Call the other service through its proto.',
      from: { path: '^services/(?!shared)([^/]+)/' },
      to: { path: '^services/(?!shared)', pathNot: '^services/$1/' },
    },
    {
      name: 'shared-knows-no-service',
      severity: 'error',
      comment: 'Pass what is needed as an argument.',
      from: { path: '^services/shared/' },
      to: { path: '^services/(?!shared)' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'Clock, ids and effects are arguments; the domain imports only itself, shared/errors and what services agree on.',
      from: { path: '^services/[^/]+/src/domain/', pathNot: '[.]test[.]ts$' },
      to: {
        pathNot: [
          '^services/[^/]+/src/domain/',
          '^services/shared/src/errors',
          '^proto/src/(items|order-status|reserve-answer)[.]ts$',
        ],
      },
    },
    {
      name: 'only-main-builds',
      severity: 'error',
      comment: 'main.ts and the commands beside it build things; nobody imports them.',
      from: {},
      to: { path: '^services/[^/]+/src/main[.]ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
    },
  },
};
