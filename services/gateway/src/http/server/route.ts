import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Access, Caller } from './authenticate';
import type { ErrorCode } from './failures';

/** What a handler answers, under the status of the route's success; undefined where it has written the response. */
export interface Answer {
  /** Instead of the status of the route's success. */
  status?: number;
  body?: object;
  headers?: Record<string, string>;
}

export interface Call<Params, Query, Headers, Body, Who> {
  params: Params;
  query: Query;
  headers: Headers;
  body: Body;
  caller: Who;
  request: Request;
  response: Response;
}

export interface Success {
  status: number;
  description: string;
  /** Absent where there is no body. */
  schema?: z.ZodType;
  /** What the document shows instead of the example of the schema. */
  example?: unknown;
  contentType?: string;
  headers?: z.ZodObject;
}

/** One route; validation, the types of its handler and its document are derived from its schemas. */
export interface RouteDefinition<Params, Query, Headers, Body, Who extends Access> {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** As in the document, with parameters as `{id}`. */
  path: string;
  /** The same route under another path, which the document only mentions. */
  alias?: string;
  /** Its section of the document. */
  tag?: string;
  summary: string;
  description?: string;
  access: Who;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  /** Only the headers that the schema names are read. */
  headers?: z.ZodObject & z.ZodType<Headers>;
  body?: z.ZodType<Body>;
  /** Whether a request may have no body. */
  isBodyOptional?: boolean;
  /** A body of lines that the handler reads itself, with what a line is. */
  lines?: { contentType: string; schema: z.ZodType; example: string };
  /** Where it is not that of all routes; its path has no parameters. */
  timeLimitMs?: number;
  /** Whether the answer is a stream that lasts as long as the caller listens. */
  staysOpen?: boolean;
  success: Success;
  /** When the route answers 204 instead, where it may. */
  noContent?: string;
  /** Whether the answer has an `ETag`, and is 304 where the caller has it already. */
  isCacheable?: boolean;
  /** Its own codes; the document adds those that every route of its form has. */
  failures?: ErrorCode[];
  handle: (call: Call<Params, Query, Headers, Body, CallerOf<Who>>) => Promise<Answer | undefined>;
}

type CallerOf<Who extends Access> = Who extends 'anyone'
  ? undefined
  : Who extends 'anyone known'
    ? Caller | undefined
    : Caller;

export type Route = RouteDefinition<unknown, unknown, unknown, unknown, Access>;

/** Types the handler by the schemas, and the result as any other route. */
export const defineRoute = <Params, Query, Headers, Body, Who extends Access>(
  route: RouteDefinition<Params, Query, Headers, Body, Who>,
): Route => route as unknown as Route;

/** The routes of one section of the document. */
export const withTag = (tag: string, routes: Route[]): Route[] => routes.map((route) => ({ ...route, tag }));
