/** The folder that is deployed: the functions bundled into one file, and of the packages only what starts them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../emulator/project-folder';
import { SERVICE_TARGET } from '../functions/http/service-target';
import { closureOf, type PackageLock } from './package-closure';

/** It calls the target that the bundle has registered with it, so it cannot be in the bundle. */
const FRAMEWORK = '@google-cloud/functions-framework';
const NAME = 'hachi-functions';
/** By this the buildpack chooses its Node.js: deployed on 24, and tried on 20 and 22, too. */
const NODE_VERSIONS = '>=20';
/** What `npm install` makes in the folder is not uploaded. */
const NOT_UPLOADED = 'node_modules\n';

interface RootPackage {
  version: string;
  dependencies: Record<string, string>;
}

/**
 * Writes the folder, or writes it anew where it was made by this; answers the names of its files. Throws where it holds anything
 * else: nothing of somebody else's is overwritten.
 */
export async function prepareFolder(folder: string): Promise<readonly string[]> {
  refuseOthersFolder(folder);
  const root = projectFolder();
  const { version, dependencies } = readJson<RootPackage>(join(root, 'package.json'));
  const lock = readJson<PackageLock>(join(root, 'package-lock.json'));
  const description = {
    name: NAME,
    version,
    private: true,
    main: 'index.js',
    engines: { node: NODE_VERSIONS },
    scripts: { start: `functions-framework --target=${SERVICE_TARGET}` },
    dependencies: { [FRAMEWORK]: dependencies[FRAMEWORK] },
  };
  const { scripts: _, main: __, private: ___, ...locked } = description;
  const files: Record<string, string> = {
    'package.json': asJson(description),
    'package-lock.json': asJson({
      name: NAME,
      version,
      lockfileVersion: lock.lockfileVersion,
      requires: true,
      packages: { '': locked, ...closureOf(lock, FRAMEWORK) },
    }),
    '.gcloudignore': NOT_UPLOADED,
  };
  mkdirSync(folder, { recursive: true });
  await bundleFunctions(root, join(folder, 'index.js'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return readdirSync(folder).filter((name) => name !== 'node_modules');
}

/** Licences of the bundled packages stand beside the file. */
const bundleFunctions = (root: string, outfile: string): Promise<unknown> =>
  build({
    absWorkingDir: root,
    entryPoints: ['functions/index.ts'],
    outfile,
    bundle: true,
    external: [FRAMEWORK],
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });

function refuseOthersFolder(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const description = join(folder, 'package.json');
  if (existsSync(description) && readJson<{ name?: string }>(description).name === NAME) return;
  throw new Error(`${folder} holds something else: name an empty folder, or one that does not exist yet.`);
}

const readJson = <Value>(file: string): Value => JSON.parse(readFileSync(file, 'utf8'));
const asJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
