import express, { type Router } from 'express';
import { dirname, join } from 'node:path';
import { methodNotAllowed } from './failures';
import { createFirstPage } from './first-page';
import { sendJson } from './send-json';

// Beside src and dist alike.
const publicFolder = join(__dirname, '../../../public');
const pageFolder = join(__dirname, '../../../dist/web');
const swaggerFolder = dirname(require.resolve('swagger-ui-dist/package.json'));
const paths = ['/', '/docs', '/openapi.json'];
const maxAge = '1h';

/** What browsers get: the first page, the document, and a page that renders it without anything from elsewhere. */
export function createPages(document: object, { traceViewerUrl = '' } = {}): Router {
  const pages = express.Router({ caseSensitive: true });
  pages.use(createFirstPage({ folder: pageFolder, traceViewerUrl }));
  pages.get('/', (_request, response) => response.sendFile('index.html', { root: publicFolder }));
  pages.get('/docs', (_request, response) => response.sendFile('docs.html', { root: publicFolder }));
  pages.get('/openapi.json', (_request, response) => sendJson(response, 200, document));
  pages.use('/assets', express.static(publicFolder, { index: false, redirect: false, maxAge }));
  pages.use('/docs/assets', express.static(swaggerFolder, { index: false, redirect: false, maxAge }));
  pages.all(paths, (request, response) => {
    const allow = ['OPTIONS', 'GET', 'HEAD'];
    if (request.method !== 'OPTIONS') throw methodNotAllowed(allow);
    response.setHeader('Allow', allow.join(', '));
    response.status(204).end();
  });
  return pages;
}
