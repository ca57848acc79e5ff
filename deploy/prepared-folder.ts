/** The folder that is deployed: the functions bundled into one file, and of the packages only what starts them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../emulator/project-folder';
import { SERVICE_TARGET } from '../functions/http/service-target';
import { DeployError } from './deploy-error';
import { closureOf, type PackageLock } from './package-closure';

/** It calls the target that the bundle has registered with it, so it cannot be in the bundle. */
const FRAMEWORK = '@google-cloud/functions-framework';
const NAME = 'hachi-functions';
const BUNDLE = 'index.js';
/** By this the buildpack chooses its Node.js: deployed on 24, and tried on 20 and 22, too. */
const NODE_VERSIONS = '>=20';
/** What `npm install` makes in the folder is not uploaded. */
const NOT_UPLOADED = 'node_modules\n';

interface RootPackage {
  version: string;
  dependencies: Record<string, string>;
}

/** The files of the folder, by their names. */
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
    ...(await bundledFunctions(root)),
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
  // First what says whose the folder is: where this is killed, it is written anew.
  for (const name of ['package.json', ...Object.keys(files)])
    writeFileSync(join(folder, name), files[name] ?? '');
}

/** With the licences of the bundled packages in a file beside it. */
async function bundledFunctions(root: string): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['functions/index.ts'],
    outfile: BUNDLE,
    write: false,
    bundle: true,
    external: [FRAMEWORK],
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]));
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
