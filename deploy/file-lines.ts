/** Lists written files for a person: each by its name, except that a folder with many is shown with their number. */
import { dirname } from 'node:path';

const MANY = 20;

/** In the order of the paths; a folder with many files stands where its first file would. */
export const fileLines = (files: Readonly<Record<string, string>>): string[] => {
  const byFolder = new Map<string, { path: string; bytes: number }[]>();
  for (const [path, text] of Object.entries(files)) {
    const folder = dirname(path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), { path, bytes: Buffer.byteLength(text) }]);
  }
  return [...byFolder].flatMap(([folder, all]) =>
    all.length > MANY
      ? [`${folder}/: ${all.length} files, ${all.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`]
      : all.map(({ path, bytes }) => `${path}, ${bytes} bytes`),
  );
};
