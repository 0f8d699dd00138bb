import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const kinds: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** Builds and serves the page with React Flow as it comes. Close it when done. */
export async function serveBareFlow(): Promise<{ url: string; close: () => Promise<void> }> {
  const root = await mkdtemp(join(import.meta.dirname, '.bare-'));
  const entry = '<!doctype html><div id="root"></div><script type="module" src="../bare-flow.tsx"></script>';
  await writeFile(join(root, 'index.html'), entry);
  const outDir = join(root, 'dist');
  await build({ root, configFile: false, logLevel: 'error', plugins: [react()], build: { outDir } });
  const server = createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://bare').pathname;
    const file = path === '/' ? 'index.html' : path.slice(1);
    const body = await readFile(join(outDir, file)).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': kinds[file.split('.').at(-1) ?? ''] ?? '' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
