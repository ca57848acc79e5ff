/** The two programs that run inside an execution, compiled from their sources once a process. */
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { keptBuild } from '../kept-build';
import { projectFolder } from '../project-folder';

export interface CompiledPrograms {
  /** An expression whose value is the module services/main. */
  services: string;
  worker: string;
}

let compiling: Promise<CompiledPrograms> | undefined;

export function compilePrograms(): Promise<CompiledPrograms> {
  compiling ??= keptBuild('script-programs', ['emulator/apps-script'], compileFromSources);
  return compiling;
}

async function compileFromSources(): Promise<CompiledPrograms> {
  const folder = join(projectFolder(), 'emulator/apps-script');
  const [services, worker] = await Promise.all([
    bundleText({ entryPoints: [join(folder, 'services/main.ts')], format: 'iife', globalName: 'services' }),
    bundleText({ entryPoints: [join(folder, 'worker.ts')], format: 'cjs', platform: 'node' }),
  ]);
  return { services: `(function () {${services}\nreturn services;})()`, worker };
}

async function bundleText(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    target: 'node20',
    logLevel: 'silent',
  });
  return outputFiles?.[0]?.text ?? '';
}
