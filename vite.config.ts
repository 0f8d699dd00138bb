import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './test/slow-first.ts';

const root = import.meta.dirname;

/**
 * What every screen needs in few files, and few beside them: over a slow line each one more costs a turn. The libraries
 * come apart from it, so that a slow phone runs each in a turn of its own.
 */
const codeSplitting = {
  groups: [
    { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, tags: ['$initial' as const], priority: 4 },
    { name: 'parts', test: /node_modules\/@mantine\/.+\.mjs$/, tags: ['$initial' as const], priority: 3 },
    { name: 'data', test: /node_modules\/(@tanstack|@trpc|i18next)\//, tags: ['$initial' as const], priority: 3 },
    { name: 'base', tags: ['$initial' as const], priority: 2 },
    { name: 'flow', test: /node_modules\/(@xyflow|d3-)/, priority: 1 },
    // What many screens share: each file of its own would cost all of them a request.
    { name: 'common', minShareCount: 8, priority: 0.5 },
    // Merged more freely, something small of the canvas would bring all of it to screens without one.
    { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 3_000 },
  ],
};

/**
 * The file that the server reads leads to one whose name changes with its content, as those of all its parts do: what runs
 * already takes up a newer build whole, where parts of two builds would not fit together.
 */
const stableEntry: Plugin = {
  name: 'stable-entry',
  generateBundle(_options, bundle) {
    const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
    if (entry === undefined) throw new Error('the build has no entry');
    const source = `export { drawScreen } from './${entry.fileName}';\n`;
    this.emitFile({ type: 'asset', fileName: 'draw-screen.js', source });
  },
};

export default defineConfig(({ isSsrBuild = false }) => ({
  root: `${root}/apps/editor`,
  cacheDir: `${root}/node_modules/.vite`,
  plugins: [react(), ...(isSsrBuild ? [stableEntry] : [])],
  // What the server draws with stands by itself: one tree, read faster than a thousand files of packages.
  ssr: { noExternal: true },
  ...(isSsrBuild ? { define: { 'process.env.NODE_ENV': '"production"' } } : {}),
  build: isSsrBuild
    ? {
        outDir: `${root}/apps/editor/dist-drawing`,
        emptyOutDir: true,
        copyPublicDir: false,
        rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js' } },
      }
    : {
        outDir: `${root}/apps/editor/dist`,
        emptyOutDir: true,
        manifest: true,
        rolldownOptions: { output: { codeSplitting } },
      },
  test: {
    root,
    sequence: { sequencer: SlowFirst },
    // Reading the code costs a file more than most of its tests do: it is read once for all files of a process.
    isolate: false,
    reporters: ['default', ['json', { outputFile: `${root}/test-results.json` }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          root,
          // One kind after another: browser tests want the machine for themselves.
          sequence: { groupOrder: 0 },
          include: ['{apps,packages,workflows,my-nodes,test/architecture}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**', '**/dist/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          root,
          sequence: { groupOrder: 1 },
          include: ['{apps,packages,workflows,test}/**/*.integration.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          // A busy machine is slow, not wrong: waiting ends as soon as the condition holds.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 120_000,
          globalSetup: ['test/start-postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          root,
          sequence: { groupOrder: 2 },
          include: ['test/e2e/**/*.e2e.ts'],
          globalSetup: ['test/start-product.ts'],
          // Each file waits for its own start and for pages more than it works: two at once fill two cores.
          maxWorkers: 2,
          testTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 180_000,
        },
      },
    ],
  },
}));
