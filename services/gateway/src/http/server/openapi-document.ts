import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiGuides } from './api-guides';
import { failuresOf } from './documented-failures';
import type { Access } from './authenticate';
import type { Route, Success } from './route';

// The same from src and from dist; a release states one version everywhere.
const packageFile = join(__dirname, '../../../package.json');
export const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };

/** The OpenAPI 3.1 document of the routes, derived from the schemas that validate them. */
export function createOpenApiDocument(routes: Route[]): ReturnType<typeof createDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };

  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Order placing',
      version,
      description: apiGuides,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: ['Accounts', 'Orders', 'Products', 'Administration', 'Webhooks', 'Development'].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'token' },
      },
    },
  });
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  return {
    operationId: operationIdOf(route),
    ...(route.tag !== undefined && { tags: [route.tag] }),
    summary: route.summary,
    ...describe(route),
    security: securityOf[route.access],
    requestParams: parametersOf(route),
    ...(route.lines && {
      requestBody: {
        required: true,
        content: { [route.lines.contentType]: { schema: route.lines.schema, example: route.lines.example } },
      },
    }),
    ...(route.body && {
      requestBody: { required: route.isBodyOptional !== true, content: { 'application/json': { schema: route.body } } },
    }),
    responses: { ...successOf(route), ...failuresOf(route) },
  };
}

const known = [{ bearer: [] }, { cookie: [] }];
const securityOf: Record<Access, Record<string, string[]>[]> = {
  anyone: [],
  'anyone known': [{}, ...known],
  user: known,
  admin: known,
};

/** What the route says of itself, and its other path, which is not in the document again. */
function describe({ description, method, alias }: Route): { description?: string } {
  const note = alias !== undefined && `\`${method.toUpperCase()} ${alias}\` is the same.`;
  const sentences = [description, note].filter(Boolean);
  return sentences.length > 0 ? { description: sentences.join('\n\n') } : {};
}

const operationIdOf = ({ method, path }: Route) =>
  method + path.replaceAll(/[/.{-]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/[}]/g, '');

function successOf({ success, noContent, isCacheable = false }: Route): ZodOpenApiResponsesObject {
  const { status, description, schema, headers, contentType = 'application/json' } = success;
  // Under `examples`, since RapiDoc takes an object under `example` for several.
  const example = exampleOf(success);
  return {
    [String(status) as '200']: {
      description,
      ...(headers && { headers }),
      ...(schema && {
        content: {
          [contentType]: { schema, ...(example !== undefined && { examples: { success: { value: example } } }) },
        },
      }),
    },
    ...(noContent !== undefined && { 204: { description: noContent } }),
    ...(isCacheable && { 304: { description: 'The answer is still the one with an `ETag` of `If-None-Match`.' } }),
  };
}

/** The example of the route, or else that of its schema. */
function exampleOf({ example, schema }: Success): unknown {
  if (example !== undefined) return example;
  const { examples } = schema?.meta() ?? {};
  return Array.isArray(examples) ? examples[0] : undefined;
}

function parametersOf({ params, query, headers }: Route) {
  return {
    ...(params && { path: params }),
    ...(query && { query }),
    ...(headers && { header: headers }),
  } as NonNullable<ZodOpenApiOperationObject['requestParams']>;
}
