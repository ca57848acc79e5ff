/** The two programs that run inside an execution, compiled from their sources once a process. */
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { projectFolder } from '../project-folder';

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
  const folder = join(projectFolder(), 'emulator/apps-script');
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
