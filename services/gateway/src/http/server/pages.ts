import express, { type RequestHandler, type Router } from 'express';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sendJson } from './answer';
import { methodNotAllowed } from './failures';

// The same from src and from dist.
const publicFolder = join(__dirname, '../../../public');
const pageFolder = join(__dirname, '../../../dist/web');
const paths = ['/', '/docs', '/openapi.json', '/asyncapi.json'];

/** What is described: the routes, and the messages. */
export interface Documents {
  openApi: object;
  asyncApi: object;
}

/** What browsers get: the page, the documents, and a page that renders the API's without loading anything from elsewhere. */
export function createPages({ openApi, asyncApi }: Documents, { traceViewerUrl }: { traceViewerUrl: string }): Router {
  const pages = express.Router({ caseSensitive: true });
  const read = (name: string) => readFileSync(join(pageFolder, name), 'utf8');
  // Tests of the API, and a service that was compiled on its own, have no page.
  if (existsSync(pageFolder)) {
    pages.get('/', showPage(withTraceViewer(read('index.html'), traceViewerUrl)));
    pages.get('/docs', allowInlineStyles, showPage(read('docs.html')));
    pages.get('/page/:name', showFiles(join(pageFolder, 'page')));
  }
  pages.get(['/', '/docs'], (_request, response) => response.sendFile('index.html', { root: publicFolder }));
  pages.get('/openapi.json', (_request, response) => sendJson(response, 200, openApi));
  pages.get('/asyncapi.json', (_request, response) => sendJson(response, 200, asyncApi));
  // The pictures of the demo catalogue, which name no version in their paths.
  pages.use('/assets/products', express.static(join(publicFolder, 'products'), { index: false, maxAge: '1h' }));
  pages.all(paths, (request, response) => {
    const allow = ['OPTIONS', 'GET', 'HEAD'];
    if (request.method !== 'OPTIONS') throw methodNotAllowed(allow);
    response.setHeader('Allow', allow.join(', '));
    response.status(204).end();
  });
  return pages;
}

function withTraceViewer(html: string, url: string): string {
  const placeholder = '<meta name="trace-viewer" content="" />';
  return html.replace(placeholder, () => placeholder.replace('""', () => `"${escaped(url)}"`));
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const showPage =
  (html: string): RequestHandler =>
  (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(html);
  };

/** RapiDoc styles itself by `style` elements and attributes; scripts stay this origin's own files. */
const allowInlineStyles: RequestHandler = (_request, response, next) => {
  const policy = String(response.getHeader('Content-Security-Policy'));
  response.setHeader('Content-Security-Policy', policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
  next();
};

/** The few small files of the page, read and compressed once; a file never changes under its name. */
function showFiles(folder: string): RequestHandler<{ name: string }> {
  const files = new Map(
    readdirSync(folder).map((name) => {
      const plain = readFileSync(join(folder, name));
      // Fonts are compressed already.
      return [name, { plain, compressed: name.endsWith('.woff2') ? undefined : gzipSync(plain, { level: 9 }) }];
    }),
  );
  return (request, response, next) => {
    const { name } = request.params;
    const file = files.get(name);
    if (!file) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Vary', 'Accept-Encoding');
    response.type(extname(name));
    const compressed = request.acceptsEncodings('gzip') === false ? undefined : file.compressed;
    if (compressed) response.setHeader('Content-Encoding', 'gzip');
    response.send(compressed ?? file.plain);
  };
}
