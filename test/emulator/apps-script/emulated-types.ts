/** Google's types without what is not emulated: the compiler then says which parts of a script cannot run in the suite. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createContext, Script } from 'node:vm';
import { compilePrograms } from '../../../emulator/apps-script/compile-programs';
import { typeErrors } from '../../type-errors';

const TYPE_FILES = [
  'types',
  'base',
  'cache',
  'charts',
  'html',
  'lock',
  'properties',
  'script',
  'spreadsheet',
  'url-fetch',
  'utilities',
];
/** Types that the remaining signatures name; they are empty. */
const EMPTY_NAMESPACES =
  'declare namespace GoogleAppsScript { namespace Document { interface Document {} } namespace Forms { interface Form {} interface FormResponse {} } namespace Drive { interface File {} } namespace Slides { interface Presentation {} } }\n';

/** The emulated members by the name of Google's interface. */
export async function readEmulatedMembers(): Promise<Record<string, string[]>> {
  const { services } = await compilePrograms();
  const inside: { emulatedMembers(): string } = new Script(services).runInContext(createContext({}));
  return JSON.parse(inside.emulatedMembers());
}

async function emulatedTypes(): Promise<string> {
  const members = await readEmulatedMembers();
  const folder = dirname(require.resolve('@types/google-apps-script/package.json'));
  const texts = await Promise.all(
    TYPE_FILES.map((name) => readFile(join(folder, `google-apps-script.${name}.d.ts`), 'utf8')),
  );
  const events = await readFile(join(folder, 'google-apps-script-events.d.ts'), 'utf8');
  return EMPTY_NAMESPACES + [...texts, events].map((text) => keepEmulatedMembers(text, members)).join('');
}

/** Interfaces without methods are plain data and are kept whole. */
function keepEmulatedMembers(
  text: string,
  emulatedMembers: Readonly<Record<string, readonly string[]>>,
): string {
  return text
    .replace(/^\/\/\/ <reference.*$/gm, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(
      /^( *)((?:declare )?interface (\w+).*?\{\n)([\s\S]*?)^\1\}/gm,
      (whole, indent, head, name, body) => {
        const emulated = emulatedMembers[name];
        if (!emulated && !/\w\(/.test(body)) return whole;
        const members = splitStatements(body).filter((each) => {
          const member = /^(\w+)/.exec(each.trim())?.[1];
          return member === undefined ? emulated : emulated?.includes(member);
        });
        return `${indent}${head}${members.join('')}${indent}}`;
      },
    )
    .replace(/^declare var (\w+): [\w.]*?(\w+);$/gm, (whole, _, type) =>
      emulatedMembers[type] ? whole : '',
    );
}

/** Splits at the semicolons that are not within brackets. */
function splitStatements(body: string): string[] {
  const statements: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < body.length; at++) {
    const sign = body[at] ?? '';
    if ('({['.includes(sign)) depth++;
    else if (')}]'.includes(sign)) depth--;
    else if (sign === ';' && depth === 0) {
      statements.push(body.slice(from, at + 1));
      from = at + 1;
    }
  }
  return statements;
}

/** The compiler's errors for a script that uses what is not emulated; empty for one that can run in the suite. */
export async function findNotEmulated(entry: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'emulated-types-'));
  try {
    await writeFile(join(folder, 'emulated.d.ts'), await emulatedTypes());
    const config = {
      compilerOptions: {
        target: 'es2020',
        lib: ['es2020', 'es2022.intl'],
        types: [],
        module: 'preserve',
        moduleResolution: 'bundler',
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        resolveJsonModule: true,
      },
      files: ['emulated.d.ts', resolve(entry)],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    return await typeErrors(folder, '-p', '.');
  } finally {
    await rm(folder, { recursive: true });
  }
}
