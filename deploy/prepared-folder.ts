/** The folder that is deployed: the bundled functions, and of the packages only what starts them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../emulator/project-folder';
import { SERVICE_TARGET } from '../functions/http/service-target';
import { DeployError } from './deploy-error';
import { closureOf, type PackageLock } from './package-closure';

/** It calls the function that the bundle registers, so it cannot be in the bundle. */
const FRAMEWORK = '@google-cloud/functions-framework';
const NAME = 'hachi-functions';
/** Folder of the bundle: the entry file and the files that it imports, some of them later. */
const BUNDLE_FOLDER = 'functions';
const BUNDLE = `${BUNDLE_FOLDER}/index.mjs`;
/** The buildpack chooses Node.js by this: it deploys on 24; 20 and 22 are tested, too. */
const NODE_VERSIONS = '>=20';
/** The result of a local `npm install` is not uploaded. */
const NOT_UPLOADED = 'node_modules\n';

interface RootPackage {
  version: string;
  dependencies: Record<string, string>;
}

/** The folder's files by name. */
export async function preparedFiles(): Promise<Readonly<Record<string, string>>> {
  const root = projectFolder();
  const { version, dependencies } = readJson<RootPackage>(join(root, 'package.json'));
  const lock = readJson<PackageLock>(join(root, 'package-lock.json'));
  const described = {
    name: NAME,
    version,
    engines: { node: NODE_VERSIONS },
    dependencies: { [FRAMEWORK]: dependencies[FRAMEWORK] },
  };
  return {
    ...(await bundleForDeployment('functions/index.ts')),
    'package.json': asJson({
      ...described,
      private: true,
      main: BUNDLE,
      scripts: { start: `functions-framework --target=${SERVICE_TARGET}` },
    }),
    'package-lock.json': asJson({
      name: NAME,
      version,
      lockfileVersion: lock.lockfileVersion,
      requires: true,
      packages: { '': described, ...closureOf(lock, FRAMEWORK) },
    }),
    '.gcloudignore': NOT_UPLOADED,
  };
}

/**
 * Writes the folder, or writes it anew where it was made by this. Throws where it holds anything else: nothing of somebody else's
 * is overwritten.
 */
export function writePreparedFolder(folder: string, files: Readonly<Record<string, string>>): void {
  refuseOthersFolder(folder);
  mkdirSync(folder, { recursive: true });
  // Written first, since it marks the folder as ours: after a crash the folder is written again.
  writeFileSync(join(folder, 'package.json'), files['package.json'] ?? '');
  rmSync(join(folder, BUNDLE_FOLDER), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/**
 * In modules of ECMAScript a package that is no module of that kind finds what Node.js gives to those that are none. What stands
 * before the $ is imported by modules of the bundle, too: one name twice in a file, and it cannot be loaded.
 */
const COMMONJS_NAMES = `import { createRequire as createRequire$ } from 'node:module';
import { dirname as dirname$ } from 'node:path';
import { fileURLToPath as fileURLToPath$ } from 'node:url';
const require = createRequire$(import.meta.url), __filename = fileURLToPath$(import.meta.url), __dirname = dirname$(__filename);`;

/**
 * By their names, the files of a program with all packages but the framework. What it imports when it needs it is in files of its
 * own: a start reads and compiles a small part. Each file ends with the licences of what it holds.
 */
export async function bundleForDeployment(entry: string): Promise<Record<string, string>> {
  const root = projectFolder();
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { index: entry },
    outdir: BUNDLE_FOLDER,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'parts/[hash]',
    write: false,
    bundle: true,
    splitting: true,
    external: [FRAMEWORK],
    // Firestore's client asks for an older version, and works with the one that checks the tokens.
    alias: { 'google-auth-library': join(root, 'node_modules/google-auth-library') },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner: { js: COMMONJS_NAMES },
    minifySyntax: true,
    legalComments: 'eof',
    logLevel: 'warning',
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [relative(root, path), text]));
}

function refuseOthersFolder(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const description = join(folder, 'package.json');
  if (existsSync(description) && readJson<{ name?: string }>(description).name === NAME) return;
  throw new DeployError(
    `${folder} holds something else: name an empty folder, or one that does not exist yet.`,
  );
}

const readJson = <Value>(file: string): Value => JSON.parse(readFileSync(file, 'utf8'));
const asJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
