/** One file without imports, as small as it gets: it runs on other people's pages. */
export default {
  root: import.meta.dirname,
  build: {
    target: 'es2020',
    outDir: 'dist',
    lib: { entry: 'src/t.ts', name: 'sodateTracker', formats: ['iife'], fileName: () => 't.js' },
  },
};
