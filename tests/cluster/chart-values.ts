import { requiredVariable } from '../support/test-database';

export const chart = 'charts/order-placing';
export const backingNamespace = requiredVariable('CLUSTER_TEST_BACKING');

const localStack = `http://localstack.${backingNamespace}:4566`;

/** Whether a release has mutual TLS: as a test wants it, unless all tests run in one mode. */
export const hasMutualTls = (wanted: boolean): boolean => {
  const given = process.env['MUTUAL_TLS'] ?? '';
  return given === '' ? wanted : given === 'on';
};

/** Values of a small release in a namespace of its own, on the backing services that all tests share. */
export const valuesFor = (namespace: string, { mutualTls = false } = {}) => ({
  image: { prefix: requiredVariable('IMAGE_PREFIX'), tag: requiredVariable('IMAGE_TAG') },
  defaults: { replicas: 1, resources: { requests: { cpu: '20m', memory: '96Mi' }, limits: { memory: '384Mi' } } },
  gatewayService: { type: 'NodePort' },
  // A chart of before knows nothing of it.
  ...(mutualTls && { mutualTls: { enabled: true } }),
  config: {
    mongoDbPrefix: `${namespace}_`,
    redisHost: `redis.${backingNamespace}`,
    awsEndpointUrl: localStack,
    awsSqsQueueUrl: `${localStack}/queue/us-east-1/000000000000/${namespace}`,
    mailRatePerSecond: '200',
    rateLimits: { signIn: 0, signInClient: 0, register: 0, orders: 0 },
  },
  secrets: {
    mongo: { uri: `mongodb://mongo.${backingNamespace}:27017/?replicaSet=rs0` },
    aws: { accessKeyId: 'test', secretAccessKey: 'test' },
  },
});
