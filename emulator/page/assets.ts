/** The files that the browser loads: bundled from client/ and kept in build/page under the hash of all sources of the page. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { hashSources, writeWhole } from '../kept-build';
import { projectFolder } from '../project-folder';
import { bundleClient } from './bundle-client';

export interface PageAsset {
  type: string;
  /** Compressed with gzip. */
  bytes: Buffer;
}

export interface PageAssets {
  /** The page itself, which loads the others. */
  html: string;
  /** By name in /page/assets/; a name always has the same content. */
  files: ReadonlyMap<string, PageAsset>;
}

const ASSET_KINDS = [
  { suffix: '.js', type: 'text/javascript; charset=utf-8' },
  { suffix: '.css', type: 'text/css; charset=utf-8' },
] as const;

let assetsPromise: Promise<PageAssets> | undefined;

/** Built once in a process; after a failure the next call tries again. */
export function loadPageAssets(): Promise<PageAssets> {
  assetsPromise ??= buildPageAssets().catch((error: unknown) => {
    assetsPromise = undefined;
    throw error;
  });
  return assetsPromise;
}

async function buildPageAssets(): Promise<PageAssets> {
  const root = projectFolder();
  const folder = join(root, 'build/page');
  const key = hashSources('emulator/page');
  const names = ASSET_KINDS.map(({ suffix }) => `${key}${suffix}`);
  if (!names.every((name) => existsSync(join(folder, `${name}.gz`)))) await keepBundle(root, folder, key);
  const files = await Promise.all(
    ASSET_KINDS.map(async ({ suffix, type }) => {
      const bytes = await readFile(join(folder, `${key}${suffix}.gz`));
      return [`${key}${suffix}`, { type, bytes }] as const;
    }),
  );
  const html = await readFile(join(root, 'emulator/page/client/page.html'), 'utf8');
  return { html: html.replaceAll('KEY', key), files: new Map(files) };
}

async function keepBundle(root: string, folder: string, key: string): Promise<void> {
  const outputFiles = await bundleClient(root, folder);
  for (const { suffix } of ASSET_KINDS) {
    const contents = outputFiles.find(({ path }) => path.endsWith(suffix))?.contents ?? new Uint8Array();
    await writeWhole(join(folder, `${key}${suffix}.gz`), await promisify(gzip)(contents));
  }
}
