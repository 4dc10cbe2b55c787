import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { z } from 'zod';
import type { Access } from './authenticate';
import { httpStatusOf, type ErrorCode } from './failures';
import type { Route } from './route';

const version = '1.0.0';

const failure = z
  .object({
    success: z.literal(false),
    message: z.string().meta({ description: 'One sentence for people.' }),
    code: z.string().meta({ description: 'A stable word that programs may rely on.', examples: ['VALIDATION_FAILED'] }),
    details: z.unknown().optional().meta({
      description: 'What a program can act on, at most 20 entries; for VALIDATION_FAILED a list of {path, message}.',
    }),
    requestId: z.string(),
    traceId: z.string().optional(),
  })
  .meta({ id: 'Failure' });

/** The OpenAPI 3.1 document of the routes, derived from the schemas that validate them. */
export function createOpenApiDocument(routes: Route[]): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };

  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Order placing',
      version,
      description:
        'Place orders, follow and cancel them. Every success is `{"success": true, ...}`, every failure is a `Failure` ' +
        'with a stable `code`. Every reply carries `X-Request-Id`, taken from the request when it is 1 to 128 of ' +
        '`A-Z a-z 0-9 . _ -`. A body that is not a JSON object fails with VALIDATION_FAILED; one of no bytes counts as no body. A request is answered within 5 s.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: ['Accounts', 'Orders', 'Products', 'Administration', 'Development'].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'token' },
      },
    },
  });
}

/** Every code that a route may answer with, including those of its form. */
const failureCodesOf = (route: Route): ErrorCode[] => [
  ...new Set([
    ...(route.failures ?? []),
    ...(hasInput(route) ? (['VALIDATION_FAILED'] as const) : []),
    ...codesOfAccess[route.access],
    ...(route.method === 'get' ? [] : (['FORBIDDEN_ORIGIN'] as const)),
    ...(route.body ? (['REQUEST_TIMEOUT', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const) : []),
    'INTERNAL' as const,
    'UNAVAILABLE' as const,
  ]),
];

const codesOfAccess: Record<Access, ErrorCode[]> = {
  anyone: [],
  user: ['UNAUTHENTICATED'],
  admin: ['UNAUTHENTICATED', 'FORBIDDEN'],
};

const hasInput = ({ params, query, headers, body }: Route) => [params, query, headers, body].some(Boolean);

function operationOf(route: Route): ZodOpenApiOperationObject {
  return {
    operationId: operationIdOf(route),
    ...(route.tag !== undefined && { tags: [route.tag] }),
    summary: route.summary,
    ...(route.description !== undefined && { description: route.description }),
    security: route.access === 'anyone' ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: parametersOf(route),
    ...(route.body && {
      requestBody: { required: route.isBodyOptional !== true, content: { 'application/json': { schema: route.body } } },
    }),
    responses: { ...successOf(route), ...failuresOf(route) },
  };
}

const operationIdOf = ({ method, path }: Route) =>
  method + path.replaceAll(/[/.{-]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/[}]/g, '');

function successOf({ success, noContent }: Route): ZodOpenApiResponsesObject {
  const { status, description, schema, headers, contentType = 'application/json' } = success;
  return {
    [String(status) as '200']: {
      description,
      ...(headers && { headers }),
      ...(schema && { content: { [contentType]: { schema } } }),
    },
    ...(noContent !== undefined && { 204: { description: noContent } }),
  };
}

function failuresOf(route: Route): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of failureCodesOf(route)) {
    byStatus.set(httpStatusOf[code], [...(byStatus.get(httpStatusOf[code]) ?? []), code]);
  }
  const content = { 'application/json': { schema: failure } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [String(status), { description: codes.join(', '), content }]),
  );
}

function parametersOf({ params, query, headers }: Route) {
  return {
    ...(params && { path: params }),
    ...(query && { query }),
    ...(headers && { header: headers }),
  } as NonNullable<ZodOpenApiOperationObject['requestParams']>;
}
