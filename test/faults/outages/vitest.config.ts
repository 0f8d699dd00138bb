import { defineConfig } from 'vitest/config';

const root = new URL('../../..', import.meta.url).pathname;

/** Outages that last too long for `npm test`: `npm run faults` runs them. */
export default defineConfig({
  root,
  cacheDir: `${root}/node_modules/.vite`,
  test: {
    root,
    include: ['test/faults/outages/**/*.outage.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    globalSetup: ['test/start-postgres.ts'],
  },
});
