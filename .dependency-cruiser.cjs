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
          '^proto/src/(email-address|items|order-status|product-fields|reserve-answer)[.]ts$',
        ],
      },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      comment: 'main.ts starts a process; what a service is made of is in compose.ts.',
      from: {},
      to: { path: '^services/[^/]+/src/(main|migrate)[.]ts$' },
    },
    {
      name: 'use-cases-know-no-transport-and-no-store',
      severity: 'error',
      comment: 'A use case names what it needs as an interface; compose.ts passes it in.',
      from: { path: '^services/[^/]+/src/use-cases/', pathNot: '[.]test[.]ts$' },
      to: { path: '^services/[^/]+/src/(grpc|http|queue|store|clients)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-edges-import-drivers',
      severity: 'error',
      comment:
        'Databases and queues are reached from store/, clients/, a room of the processor by its ledger, log or queue, the commands and shared.',
      from: {
        path: '^services/(?!shared)[^/]+/src/',
        pathNot: [
          '[.]test[.]ts$',
          '/src/(store|clients)/',
          '^services/[^/]+/src/(?!compose)[^/]+[.]ts$',
          '^services/processor/src/[^/]+/(schemas|[^/]*-(ledger|queue|store|runs|acts|actions|mailer|errors))[.]ts$',
        ],
      },
      to: {
        path: 'node_modules/(mongoose|mongodb|ioredis|@aws-sdk)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rooms-of-the-processor-are-closed',
      severity: 'error',
      comment: 'A topic uses its own room; what is listed here is open to the others, and types are.',
      from: { path: '^services/processor/src/(settle|mail|dead-letters|audit)/' },
      to: {
        path: '^services/processor/src/(settle|mail|account-mails|webhooks|dead-letters|audit)/',
        pathNot: [
          '^services/processor/src/$1/',
          '^services/processor/src/settle/(placed-order-queue|order-placed-handler)[.]ts$',
          '^services/processor/src/mail/ledger-entry[.]ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'senders-of-the-processor-share-those-of-mail',
      severity: 'error',
      comment:
        'Account mails and webhooks are claimed, retried, written and take turns as mails of orders do; they use no other room.',
      from: { path: '^services/processor/src/(account-mails|webhooks)/' },
      to: {
        path: '^services/processor/src/(settle|mail|account-mails|webhooks|dead-letters|audit)/',
        pathNot: [
          '^services/processor/src/$1/',
          '^services/processor/src/mail/(mail-document|mail-ledger|mail-page|mail-turns|order-mail|plan-mails|send-mail|send-pending-mails)[.]ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rooms-of-the-gateway-are-closed',
      severity: 'error',
      comment: 'A topic of the API uses its own room and http/server; what is listed here is open to the others.',
      from: { path: '^services/gateway/src/http/([^/]+)/', pathNot: '[.]test[.]ts$' },
      to: {
        path: '^services/gateway/src/http/[^/]+/',
        pathNot: ['^services/gateway/src/http/(server|$1)/', '^services/gateway/src/http/orders/order-schemas[.]ts$'],
      },
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
