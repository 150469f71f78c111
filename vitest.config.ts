import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: process.env.SPINEMED_LONG_TESTS ? ['**/*.long.test.ts'] : ['**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      '**/workspace/**',
      ...(process.env.SPINEMED_LONG_TESTS ? [] : ['**/*.long.test.ts']),
    ],
    globalSetup: ['tests/database-server.ts'],
    setupFiles: ['tests/seed.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
