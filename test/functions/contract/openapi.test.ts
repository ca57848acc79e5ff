import { readFileSync, writeFileSync } from 'node:fs';
import { buildOpenApi } from '../../../functions/contract/openapi';

const FILE = 'docs/openapi.json';

test('docs/openapi.json is what the contract says (UPDATE_DOCS=1 npm test -- openapi writes it anew)', () => {
  const made = `${JSON.stringify(buildOpenApi(), null, 2)}\n`;
  if (process.env.UPDATE_DOCS === '1') writeFileSync(FILE, made);
  expect(readFileSync(FILE, 'utf8')).toBe(made);
});

test('every code stands in it, worded', () => {
  const { description } = buildOpenApi().info;
  expect(description).toContain('| BODY_TOO_LARGE | 413 |');
  expect(description).toContain('| DUPLICATE_CORPORATE_NUMBER | 409 |');
  expect(description).toContain('| NEXT_CHECK | 422 |');
});
