import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashSources, keptBuild } from '../../emulator/kept-build';
import { projectFolder } from '../../emulator/project-folder';

const name = `test/kept-${randomUUID()}`;
const folder = join(projectFolder(), 'build', name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const counted = (): { builds: number; build: () => Promise<{ code: string }> } => {
  const count = {
    builds: 0,
    build: async () => {
      count.builds += 1;
      return { code: '日本語' };
    },
  };
  return count;
};

test('the same sources are built once, also where two begin at the same time, and leave one whole file', async () => {
  const first = counted();
  const both = await Promise.all([1, 2].map(() => keptBuild(name, ['apps-script'], first.build)));
  expect(both).toEqual([{ code: '日本語' }, { code: '日本語' }]);
  const second = counted();
  expect(await keptBuild(name, ['apps-script'], second.build)).toEqual({ code: '日本語' });
  expect(second.builds).toBe(0);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('other sources are built anew', () => {
  // A folder of the project that no other test writes to.
  const source = join(folder, 'source.ts');
  writeFileSync(source, 'export const a = 1;');
  const sources = join('build', name);
  const before = hashSources(sources);
  expect(hashSources(sources)).toBe(before);
  writeFileSync(source, 'export const a = 2;');
  expect(hashSources(sources)).not.toBe(before);
});

test('what cannot be built is not kept', async () => {
  const failing = keptBuild(name, ['functions/domain/text'], () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  const { builds, build } = counted();
  expect(builds).toBe(0);
  expect(await keptBuild(name, ['functions/domain/text'], build)).toEqual({ code: '日本語' });
});
