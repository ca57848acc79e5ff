/** The script as one file: every export of the entry is a function of the sheet, and nothing else is. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { Manifest } from './script-host';

export interface Bundle {
  /** `Code.js`. */
  code: string;
  manifest: Manifest;
  /** What clasp pushes, by name, byte for byte: the code, the manifest and the HTML files beside the entry. */
  files: Record<string, string>;
}

const CODE = 'Code.js';
const MANIFEST = 'appsscript.json';
/** Newer syntax was refused when pushed. */
const TARGET = 'es2019';
const INSIDE = '__app';

/** `outDir`, where given, gets the files; nothing in it is deleted. */
export async function bundleScript({ entry, outDir }: { entry: string; outDir?: string }): Promise<Bundle> {
  const options = {
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: TARGET,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  } satisfies BuildOptions;
  // An IIFE's metafile lists no exports.
  const { metafile } = await build({ ...options, format: 'esm', metafile: true, outfile: CODE });
  const names = Object.values(metafile.outputs).flatMap(({ exports }) => exports);
  if (names.includes('default')) throw new Error(`${entry} must not have a default export.`);
  const stubs = names
    .sort()
    .map((name) => `function ${name}(){return ${INSIDE}.${name}.apply(this,arguments)}\n`);
  const { outputFiles } = await build({ ...options, format: 'iife', globalName: INSIDE, outfile: CODE });
  const code = (outputFiles[0]?.text ?? '') + stubs.join('');

  const folder = dirname(entry);
  const manifest = await readFile(join(folder, MANIFEST), 'utf8');
  const files: Record<string, string> = { [CODE]: code, [MANIFEST]: manifest };
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    if (path.endsWith('.html'))
      files[path.replaceAll('\\', '/')] = await readFile(join(folder, path), 'utf8');
  }
  if (outDir !== undefined) {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(outDir, name)), { recursive: true });
      await writeFile(join(outDir, name), text);
    }
  }
  return { code, manifest: JSON.parse(manifest), files };
}
