/**
 * The fixtures: files of JSON lines in the folder `fixtures`, compressed unless written by hand. Brotli looks further back than
 * gzip: the answers repeat each other over hundreds of kilobytes, and come out four times smaller.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** From the root of the repository, where this runs. */
const FOLDER = resolve('test/recorded/fixtures');

export const fixtureNames = (): string[] => readdirSync(FOLDER).sort();

export const readFixture = <Line>(name: string): Line[] => {
  const bytes = readFileSync(join(FOLDER, name));
  const text = (name.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
};

export const writeFixture = (name: string, lines: readonly unknown[]): void => {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24 };
  writeFileSync(join(FOLDER, name), brotliCompressSync(text, { params }));
};
