/** Command lines of the programs that a deployment uses: gcloud, firebase-tools and clasp. */
import { spawn } from 'node:child_process';

/** Not a dependency of the project: with its own client of Google's APIs it takes 280 MB, which only a deployment needs. */
const CLASP = '@google/clasp@3.4.1';

const PROGRAMS = {
  gcloud: ['gcloud'],
  firebase: ['npx', 'firebase'],
  clasp: ['npx', '--yes', CLASP],
} as const;
export type Tool = keyof typeof PROGRAMS;

export interface ToolCall {
  readonly tool: Tool;
  readonly args: readonly string[];
  /** The working folder; the project's folder by default. */
  readonly folder?: string;
  /** Written to standard input; `about` is shown in its place, since it is secret. */
  readonly secret?: { readonly value: () => string; readonly about: string };
}

export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export type RunTool = (call: ToolCall) => Promise<Ended>;

export const gcloud = (...args: readonly string[]): ToolCall => ({ tool: 'gcloud', args });

/** Names the project explicitly, since gcloud may be set to another one. */
export const ofProject = ({ project }: { project: string }): readonly string[] => [`--project=${project}`];

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** The command as typed into a shell; a secret is named instead of shown. */
export const commandLine = ({ tool, args, folder, secret }: ToolCall): string => {
  const line = [...PROGRAMS[tool], ...args.map(quoted)].join(' ');
  const placed = folder === undefined ? line : `(cd ${quoted(folder)} && ${line})`;
  return secret === undefined ? placed : `${placed}   # reads ${secret.about} from standard input`;
};

/** Prevents prompts, which nobody would see and which would wait forever. */
const QUIET = { CLOUDSDK_CORE_DISABLE_PROMPTS: '1' };

/** Runs the program to its end; `code` is 127 where it is not installed. */
export const runTool: RunTool = ({ tool, args, folder, secret }) =>
  new Promise((resolve) => {
    const [program, ...first] = PROGRAMS[tool];
    const child = spawn(program, [...first, ...args], {
      ...(folder === undefined ? {} : { cwd: folder }),
      env: { ...process.env, ...QUIET },
    });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', ({ message }) => resolve({ code: 127, output, errors: message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output, errors }));
    // The program may end before it has read its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(secret?.value() ?? '');
  });
