import { durationBuckets } from '@orders/shared/metrics';
import { currentTraceparent } from '@orders/shared/request-context';
import { createTracedHistogram } from '@orders/shared/traced-histogram';
import type { RequestHandler } from 'express';

const observe = createTracedHistogram({
  name: 'http_server_request_duration_seconds',
  help: 'Seconds from a request to the end of its answer, by route pattern.',
  labelNames: ['http_route', 'http_request_method', 'http_response_status_code'],
  buckets: durationBuckets,
});

// A label must not grow with what strangers send.
const methods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']);

/** The method as a label. */
export const knownMethod = (method: string): string => (methods.has(method) ? method : 'other');

/** Measures every request under the route that took it. */
export const measureRequests: RequestHandler = (request, response, next) => {
  const startedAt = performance.now();
  const traceparent = currentTraceparent();
  response.once('close', () => {
    observe(
      {
        http_route: (response.locals['route'] as string | undefined) ?? 'unmatched',
        http_request_method: knownMethod(request.method),
        http_response_status_code: response.statusCode,
      },
      (performance.now() - startedAt) / 1_000,
      traceparent,
    );
  });
  next();
};
