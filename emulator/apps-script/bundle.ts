/**
 * Bundles the script into one file, in which the exports of the entry, and nothing else, are functions of the sheet. Each
 * script beside the template of the pages becomes one HTML file, which contains it and its styles.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { minify } from '@swc/core';
import { build } from 'esbuild';
import type { ScriptManifest } from './script-host';

export interface ScriptBundle {
  /** The text of `Code.js`. */
  code: string;
  manifest: ScriptManifest;
  /** What clasp pushes, by file name: the code, the manifest and the pages. */
  files: Record<string, string>;
  /** The sources of `Code.js`, as paths relative to the working directory. */
  inputs: string[];
}

const CODE = 'Code.js';
const MANIFEST = 'appsscript.json';
/**
 * Class fields, which are newer, were refused on push.
 * Not verified against Google: that a push takes optional chaining, as its runtime does.
 */
const ECMA_VERSION = 2020;
const TARGET = `es${ECMA_VERSION}`;
const BUNDLE_GLOBAL = '_';
/** What items of the menu, the opening of the sheet and the clock call: it needs nothing, and nobody waits for what it returns. */
const NEEDS_NOTHING = /^(?:menu|onOpen$|onSchedule$)/;

/**
 * Writes the files to `outDir` if there is one; nothing in it is deleted. `functionsUrl`, without a slash at its end, is where the
 * script finds the functions; without it, its property says where.
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
  const code = scriptOfModule(await minified(outputFiles[0]?.text ?? ''));

  const folder = dirname(entry);
  const manifest = await readFile(join(folder, MANIFEST), 'utf8');
  const files: Record<string, string> = {
    [CODE]: code,
    [MANIFEST]: manifest,
    ...(await bundlePages(join(folder, PAGES))),
  };
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

/**
 * The module as a function of its own scope, and a global function for each of its exports: a script has no modules, and each global
 * counts. Within, the short names are used that the minifier has given: the script's size is limited.
 */
const scriptOfModule = (text: string): string => {
  const [whole = '', exported = ''] = /export\s*\{([^}]*)\};?\s*$/.exec(text) ?? [];
  const globals = exported
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [local = '', name = local] = one.split(' as ');
      return { local, name };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const body = text.slice(0, text.length - whole.length);
  const stubs = globals.map(({ local, name }) =>
    NEEDS_NOTHING.test(name)
      ? `function ${name}(){${BUNDLE_GLOBAL}.${local}()}\n`
      : `function ${name}(...a){return ${BUNDLE_GLOBAL}.${local}(...a)}\n`,
  );
  const locals = globals.map(({ local }) => local);
  return `var ${BUNDLE_GLOBAL}=(()=>{${body}return{${locals.join()}}})();\n${stubs.join('')}`;
};

const PAGES = 'windows';
const PAGE_TEMPLATE = 'page.html';
/** The syntax of the browsers in use. */
const PAGE_TARGET = 'es2020';

/** HtmlService serves a single file: a script and the styles that it imports are written into a copy of the template. */
async function bundlePages(folder: string): Promise<Record<string, string>> {
  const template = await readFile(join(folder, PAGE_TEMPLATE), 'utf8');
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const { outputFiles } = await build({
    entryPoints: scripts.map((name) => join(folder, name)),
    outdir: folder,
    bundle: true,
    write: false,
    target: PAGE_TARGET,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const outputs = new Map(outputFiles.map(({ path, text }) => [parse(path).base, text]));
  const pages = scripts.map((script) => {
    const { name } = parse(script);
    const style = outputs.get(`${name}.css`) ?? '';
    // The code must contain neither the end tag of a script nor a scriptlet of a template.
    const code = (outputs.get(`${name}.js`) ?? '').replaceAll('</', '<\\/').replaceAll('<?', '<\\?');
    const page = template
      .replace('<style></style>', () => `<style>\n${style}</style>`)
      .replace('<script></script>', () => `<script>\n${code}</script>`);
    return [`${PAGES}/${name}.html`, page] as const;
  });
  return Object.fromEntries(pages);
}
