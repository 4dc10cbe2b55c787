import { NodeSDK } from '@opentelemetry/sdk-node';
import { decideSampling, withSpan } from './span';
import { turnTracingOn } from './request-context';

// SamplingDecision of the SDK, which does not export it.
const [notSampled, sampled] = [0, 2];
const asked: string[] = [];
let decision = sampled;
const sampler = {
  shouldSample: (_context: unknown, _traceId: string, name: string) => {
    asked.push(name);
    return { decision };
  },
  toString: () => 'as the test says',
};
const nothing = () => undefined;
const processor = {
  onStart: nothing,
  onEnd: nothing,
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};
const sdk = new NodeSDK({ sampler, spanProcessors: [processor], metricReaders: [], logRecordProcessors: [] });

const placeAndStore = () => withSpan('place', {}, () => withSpan('store', {}, () => Promise.resolve('done')));

beforeAll(() => {
  sdk.start();
  turnTracingOn();
});
beforeEach(() => asked.splice(0));
afterAll(() => sdk.shutdown());

test('each piece of a sampled request is a span', async () => {
  decision = sampled;

  expect(await placeAndStore()).toBe('done');
  expect(asked).toEqual(['place', 'store']);
});

test('within a request that is not sampled no more spans are made', async () => {
  decision = notSampled;

  expect(await placeAndStore()).toBe('done');
  expect(asked).toEqual(['place']);
});

test("a caller's flag is for the sampler to judge", async () => {
  decision = sampled;
  const parent = { traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-00` };

  await withSpan('serve', { parent }, () => Promise.resolve());

  expect(asked).toEqual(['serve']);
});

test.each([
  ['01', notSampled, '00'],
  ['00', sampled, '01'],
])('a traceparent from outside with the flags %s does not decide whether its trace is kept', (flags, own, kept) => {
  decision = own;
  const named = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-`;

  expect(decideSampling(`${named}${flags}`)).toBe(`${named}${kept}`);
});

test('a malformed traceparent is none', () => {
  expect(decideSampling('nonsense')).toBeUndefined();
});
