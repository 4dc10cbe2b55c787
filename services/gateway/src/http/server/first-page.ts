import express, { type RequestHandler, type Router } from 'express';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface FirstPageNeeds {
  /** Where the build put the page. */
  folder: string;
  /** The address of a trace with {traceId} in it; empty where there is no viewer. */
  traceViewerUrl: string;
}

/** The page at `/`, and the files it names, which never change under one name. */
export function createFirstPage({ folder, traceViewerUrl }: FirstPageNeeds): Router {
  const page = express.Router({ caseSensitive: true });
  const index = join(folder, 'index.html');
  // Tests of the API, and a service that was compiled alone, have no page.
  if (!existsSync(index)) return page;
  page.get('/', showPage(readFileSync(index, 'utf8'), traceViewerUrl));
  page.get('/page/:name', showFiles(join(folder, 'page')));
  return page;
}

function showPage(html: string, traceViewerUrl: string): RequestHandler {
  const placeholder = '<meta name="trace-viewer" content="" />';
  const page = html.replace(placeholder, () => placeholder.replace('""', () => `"${escaped(traceViewerUrl)}"`));
  return (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(page);
  };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** A handful of small files, so they are read and compressed once. */
function showFiles(folder: string): RequestHandler<{ name: string }> {
  const files = new Map(
    readdirSync(folder).map((name) => {
      const plain = readFileSync(join(folder, name));
      // Fonts are compressed already.
      return [name, { plain, packed: name.endsWith('.woff2') ? undefined : gzipSync(plain, { level: 9 }) }];
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
    const isPacked = file.packed !== undefined && request.acceptsEncodings('gzip') !== false;
    if (isPacked) response.setHeader('Content-Encoding', 'gzip');
    response.send(isPacked ? file.packed : file.plain);
  };
}
