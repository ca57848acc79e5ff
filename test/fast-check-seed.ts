/** A random test that fails prints its seed (fast-check does so); TEST_SEED draws the same values again. */
import { createRequire } from 'node:module';
import type * as fastCheck from 'fast-check';

const { TEST_SEED } = process.env;

// Loaded only then: most suites need no fast-check.
if (TEST_SEED !== undefined) {
  const { configureGlobal }: typeof fastCheck = createRequire(__filename)('fast-check');
  configureGlobal({ seed: Number(TEST_SEED) });
}
