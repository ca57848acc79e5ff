/** Programs of the tests, bundled and run as processes of their own, so that they can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { projectFolder } from '../emulator/project-folder';

/** From the sources and from a bundle of the tests alike. */
const ROOT = projectFolder();

export interface Program {
  /** What it prints, line by line. */
  lines: AsyncIterator<string>;
  /** SIGKILL; answers when it is gone. */
  kill(): Promise<void>;
}

export interface Programs {
  run(...given: string[]): Program;
  /** Kills what still runs. */
  end(): Promise<void>;
}

/** `entry` is a path from the root of the repository. */
const buildProgram = (entry: string, outfile: string): void => {
  buildSync({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
};

/**
 * To be called at the top of a test file or group: builds the program before its tests and removes it behind them. Answers the
 * bundle's path; it stands below the project, where it finds the packages.
 */
export const usingProgram = (entry: string): (() => string) => {
  let outfile: string | undefined;
  beforeAll(() => {
    const parent = join(ROOT, 'build/test');
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(join(parent, 'program-'));
    outfile = join(folder, `${basename(entry, '.ts')}.js`);
    buildProgram(entry, outfile);
  });
  afterAll(() => {
    if (outfile !== undefined) rmSync(join(outfile, '..'), { recursive: true });
  });
  return () => {
    if (outfile === undefined) throw new Error('The program stands only within tests.');
    return outfile;
  };
};

/** `entry` is a path from the root of the repository; `folder` takes the bundle. */
export const bundled = (entry: string, folder: string): Programs => {
  const outfile = join(folder, `${entry.replaceAll('/', '-')}.js`);
  buildProgram(entry, outfile);
  const running = new Set<Program>();
  return {
    run(...given) {
      const child: ChildProcess = spawn(process.execPath, [outfile, ...given], {
        env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules'), METADATA_SERVER_DETECTION: 'none' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (!child.stdout) throw new Error('No output to read.');
      const program: Program = {
        lines: createInterface(child.stdout)[Symbol.asyncIterator](),
        kill: async () => {
          running.delete(program);
          if (child.exitCode !== null || child.signalCode !== null) return;
          child.kill('SIGKILL');
          await once(child, 'exit');
        },
      };
      running.add(program);
      return program;
    },
    async end() {
      for (const program of running) await program.kill();
      rmSync(outfile);
    },
  };
};

/** The next line; throws where the program has ended. */
export const nextLine = async (program: Program): Promise<string> => {
  const line = await program.lines.next();
  if (line.done) throw new Error('The program has ended.');
  return line.value;
};
