import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * What `npx stryker run` plays for each change of the rules: the tests that play the same every time. Properties are left
 * out for their chance, the mutation of literals for its time.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    include: ['test/rules/**/*.test.ts'],
    // Counting what covers what slows the tests down; a change that never ends is Stryker's to stop.
    testTimeout: 60_000,
    exclude: ['test/rules/properties.test.ts', 'test/rules/mutation/**'],
  },
});
