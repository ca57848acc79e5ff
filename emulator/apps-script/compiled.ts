/** The two programs that run inside an execution, compiled from their sources once a process. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

export interface Compiled {
  /** An expression whose value is the module services/main. */
  services: string;
  worker: string;
}

let compiling: Promise<Compiled> | undefined;

export function compiled(): Promise<Compiled> {
  compiling ??= compile();
  return compiling;
}

async function compile(): Promise<Compiled> {
  const folder = sourceFolder();
  const [services, worker] = await Promise.all([
    text({ entryPoints: [join(folder, 'services/main.ts')], format: 'iife', globalName: 'services' }),
    text({ entryPoints: [join(folder, 'worker.ts')], format: 'cjs', platform: 'node' }),
  ]);
  return { services: `(function () {${services}\nreturn services;})()`, worker };
}

async function text(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    target: 'node20',
    logLevel: 'silent',
  });
  return outputFiles?.[0]?.text ?? '';
}

/** Seen from here, whether this runs as it is or bundled into another folder of the project. */
function sourceFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const sources = join(folder, 'emulator/apps-script');
    if (existsSync(join(sources, 'worker.ts'))) return sources;
    if (folder === dirname(folder)) throw new Error('The sources of emulator/apps-script are not here.');
  }
}
