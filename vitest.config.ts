import { defineConfig } from 'vitest/config';

const report = process.env['ENTENTE_TEST_REPORT'];

export default defineConfig({
  // Decorators are compiled the legacy way everywhere, whatever tsconfig "include" covers.
  oxc: { decorator: { legacy: true } },
  // One copy of graphql: its ESM and CommonJS builds must never meet in one process.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/tmp/**'],
    globalSetup: ['tests/store/neo4j/global-setup.ts'],
    setupFiles: ['reflect-metadata'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/playground/**'],
      reporter: ['text-summary'],
    },
  },
});
