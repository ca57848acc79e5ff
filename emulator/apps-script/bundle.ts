/**
 * Bundles the script into one file, in which the exports of the entry, and nothing else, are functions of the sheet. Each
 * window becomes one HTML file that contains its scripts and styles.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { minify } from '@swc/core';
import { build, transform } from 'esbuild';
import type { ScriptManifest } from './script-host';

export interface ScriptBundle {
  /** The text of `Code.js`. */
  code: string;
  manifest: ScriptManifest;
  /** What clasp pushes, by file name: the code, the manifest and the HTML files beside the entry. */
  files: Record<string, string>;
  /** The sources of `Code.js`, as paths relative to the working directory. */
  inputs: string[];
}

const CODE = 'Code.js';
const MANIFEST = 'appsscript.json';
/** Apps Script has refused newer syntax on push. */
const ECMA_VERSION = 2019;
const TARGET = `es${ECMA_VERSION}`;
const BUNDLE_GLOBAL = '_';

/**
 * Writes the files to `outDir` if there is one; nothing in it is deleted. `functionsUrl`, without a slash at its end, is where the
 * script finds the functions unless its property says otherwise.
 */
export async function bundleScript({
  entry,
  outDir,
  functionsUrl = '',
}: {
  entry: string;
  outDir?: string;
  functionsUrl?: string;
}): Promise<ScriptBundle> {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: TARGET,
    minify: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    format: 'esm',
    metafile: true,
    outfile: CODE,
    define: { DEPLOYED_FUNCTIONS_URL: JSON.stringify(functionsUrl) },
  });
  const names = Object.values(metafile.outputs).flatMap(({ exports }) => exports);
  if (names.includes('default')) throw new Error(`${entry} must not have a default export.`);
  const stubs = names.sort().map((name) => `function ${name}(...a){return ${BUNDLE_GLOBAL}.${name}(...a)}\n`);
  const code = scopeOfModule(await minified(outputFiles[0]?.text ?? '')) + stubs.join('');

  const folder = dirname(entry);
  const manifest = await readFile(join(folder, MANIFEST), 'utf8');
  const files: Record<string, string> = { [CODE]: code, [MANIFEST]: manifest };
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    if (path.endsWith('.html')) files[path.replaceAll('\\', '/')] = await inlineAssets(join(folder, path));
  }
  if (outDir !== undefined) {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(outDir, name)), { recursive: true });
      await writeFile(join(outDir, name), text);
    }
  }
  return { code, manifest: JSON.parse(manifest), files, inputs: Object.keys(metafile.inputs) };
}

/** By a minifier that looks further than the bundler's own: the script is read anew with every edit. */
const minified = async (module: string): Promise<string> => {
  const options = { ecma: ECMA_VERSION, toplevel: true } as const;
  const { code } = await minify(module, {
    compress: { ...options, passes: 4 },
    mangle: { toplevel: true },
    format: { ecma: ECMA_VERSION },
    module: true,
  });
  return code;
};

/** The module as a function of its own scope, which returns its exports: a script has no modules, and each global counts. */
const scopeOfModule = (text: string): string => {
  const [whole = '', exported = ''] = /export\s*\{([^}]*)\};?\s*$/.exec(text) ?? [];
  const properties = exported
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [local = '', name = local] = one.split(' as ');
      return `${name}:${local}`;
    });
  const body = text.slice(0, text.length - whole.length);
  return `var ${BUNDLE_GLOBAL}=(()=>{${body}return{${properties.join()}}})();\n`;
};

/** The syntax of the browsers in use. */
const WINDOW_TARGET = 'es2020';
const SCRIPT = /<script src="(\.\/[^"]+\.ts)"><\/script>/g;
const STYLE = /<link rel="stylesheet" href="(\.\/[^"]+\.css)" ?\/?>/g;

/** HtmlService serves a single file: compiled scripts and styles are written into it. */
async function inlineAssets(path: string): Promise<string> {
  const page = await readFile(path, 'utf8');
  const beside = (source: string): string => join(dirname(path), source);
  const parts = new Map<string, string>();
  for (const [link, source = ''] of page.matchAll(SCRIPT)) {
    const { outputFiles } = await build({
      entryPoints: [beside(source)],
      bundle: true,
      write: false,
      target: WINDOW_TARGET,
      minify: true,
      format: 'iife',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    });
    // The code must contain neither the end tag of a script nor a scriptlet of a template.
    const code = (outputFiles[0]?.text ?? '').replaceAll('</', '<\\/').replaceAll('<?', '<\\?');
    parts.set(link, `<script>\n${code}</script>`);
  }
  for (const [link, source = ''] of page.matchAll(STYLE))
    parts.set(link, `<style>\n${await minifiedStyle(beside(source))}</style>`);
  return [...parts].reduce((whole, [link, part]) => whole.replace(link, () => part), page);
}

const minifiedStyle = async (path: string): Promise<string> =>
  (await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: WINDOW_TARGET }))
    .code;
