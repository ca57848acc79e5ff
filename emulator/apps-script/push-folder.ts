/** Writes the files that clasp pushes, which are those that the local suite runs, to build/apps-script. */
import { join } from 'node:path';
import { projectFolder } from '../project-folder';
import { bundleScript } from './bundle';

const FOLDER = 'build/apps-script';

const main = async (): Promise<void> => {
  const project = projectFolder();
  const entry = join(project, 'apps-script/main.ts');
  const { files } = await bundleScript({ entry, outDir: join(project, FOLDER) });
  for (const [name, text] of Object.entries(files))
    process.stdout.write(`${FOLDER}/${name}  ${Buffer.byteLength(text)} bytes\n`);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
