import type { ZodOpenApiMediaTypeObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { z } from 'zod';
import type { Access } from './authenticate';
import { failureExamples } from './failure-examples';
import { httpStatusOf, type ErrorCode } from './failures';
import { problemMediaType, toProblem, type FailureBody } from './problem';
import type { Route } from './route';

const facts = {
  code: z.string().meta({ description: 'A stable word that programs may rely on.', examples: ['OUT_OF_STOCK'] }),
  details: z.unknown().optional().meta({
    description: 'What a program can act on, at most 20 entries; for VALIDATION_FAILED a list of {path, message}.',
  }),
  requestId: z.string(),
  traceId: z.string().optional(),
};

const failure = z
  .object({
    success: z.literal(false),
    message: z.string().meta({ description: 'One sentence for people.' }),
    ...facts,
  })
  .meta({ id: 'Failure' });

const problem = z
  .object({
    type: z.string().meta({ format: 'uri-reference', description: 'Ends with the code.' }),
    title: z.string().meta({ description: 'The code in words.' }),
    status: z.int(),
    detail: z.string().meta({ description: 'One sentence for people.' }),
    ...facts,
  })
  .meta({ id: 'Problem', description: 'A failure in the form of RFC 9457.' });

/** The failures of a route by status, each code with its example. */
export function failuresOf(route: Route): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of failureCodesOf(route)) {
    byStatus.set(httpStatusOf[code], [...(byStatus.get(httpStatusOf[code]) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      { description: codes.join(', '), content: contentOf(codes) },
    ]),
  );
}

const contentOf = (codes: ErrorCode[]): Record<string, ZodOpenApiMediaTypeObject> => ({
  'application/json': { schema: failure, examples: examplesOf(codes, exampleBody) },
  [problemMediaType]: {
    schema: problem,
    examples: examplesOf(codes, (code) => toProblem(exampleBody(code), httpStatusOf[code])),
  },
});

const examplesOf = (codes: ErrorCode[], valueOf: (code: ErrorCode) => object) =>
  Object.fromEntries(codes.map((code) => [code, { value: valueOf(code) }]));

const exampleBody = (code: ErrorCode): FailureBody => {
  const { message, ...rest } = failureExamples[code];
  return { success: false, message, code, ...rest, ...exampleIds };
};

const exampleIds = {
  requestId: '3f0c6a4e-8f5b-4d0e-9a55-0d1c7c2b8e41',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
};

/** Every code that a route may answer with, including those of its form. */
const failureCodesOf = (route: Route): ErrorCode[] => [
  ...new Set([
    ...(route.failures ?? []),
    ...(hasInput(route) ? (['VALIDATION_FAILED'] as const) : []),
    ...codesOfAccess[route.access],
    ...(route.method === 'get' ? [] : (['FORBIDDEN_ORIGIN'] as const)),
    ...((route.body ?? route.lines)
      ? (['REQUEST_TIMEOUT', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const)
      : []),
    'INTERNAL' as const,
    'UNAVAILABLE' as const,
    ...(route.method === 'get' ? [] : (['OUTCOME_UNKNOWN'] as const)),
  ]),
];

const hasInput = ({ params, query, headers, body, lines }: Route) =>
  [params, query, headers, body, lines].some(Boolean);

const codesOfAccess: Record<Access, ErrorCode[]> = {
  anyone: [],
  'anyone known': [],
  user: ['UNAUTHENTICATED'],
  admin: ['UNAUTHENTICATED', 'FORBIDDEN'],
};
