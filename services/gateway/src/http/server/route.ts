import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ErrorCode } from './answer';
import type { Access, Caller } from './authenticate';

export type Method = 'get' | 'post' | 'patch';

/** What a handler answers; undefined where it has written to the response itself. */
export interface Answer {
  status: number;
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
  contentType?: string;
  headers?: z.ZodObject;
}

/** One route: its schemas give the validation, the types and the document. */
export interface RouteDefinition<Params, Query, Headers, Body, Who extends Access> {
  method: Method;
  /** As the document has it, with parts as `{id}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  access: Who;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  /** Only the headers that the schema names are looked at. */
  headers?: z.ZodObject & z.ZodType<Headers>;
  body?: z.ZodType<Body>;
  /** Whether a request without any body is fine. */
  isBodyOptional?: boolean;
  /** Whether the answer goes on for as long as the caller listens. */
  staysOpen?: boolean;
  success: Success;
  /** The codes of its own; those that every route of its form has are added to the document by themselves. */
  failures: ErrorCode[];
  handle: (call: Call<Params, Query, Headers, Body, CallerOf<Who>>) => Promise<Answer | undefined>;
}

type CallerOf<Who extends Access> = Who extends 'anyone' ? undefined : Caller;

export type Route = RouteDefinition<unknown, unknown, unknown, unknown, Access>;

/** Keeps the types of the schemas for the handler and forgets them for the list of routes. */
export const defineRoute = <Params, Query, Headers, Body, Who extends Access>(
  route: RouteDefinition<Params, Query, Headers, Body, Who>,
): Route => route as unknown as Route;

/** The same routes under another base path as well. */
export const withAlias = (routes: Route[], [from, to]: [string, string]): Route[] => [
  ...routes,
  ...routes.map((route) => ({ ...route, path: route.path.replace(from, to) })),
];
