/** The tables and pictures of docs/architecture.md that are made from the borders and from what imports what. */
import { type Border, TABLES } from './borders';
import { borderOf, type Cruise, type Import } from './cruise';

/** A picture's boxes: paths, and the words in the box. A path with null is left out, as is what lies in no box. */
type Boxes = Record<string, string | null>;

const PRODUCT: Boxes = {
  'apps-script/windows': 'sidebar and dialogs',
  'apps-script': "the sheet's script",
  'functions/http': 'one file a function',
  'functions/app': 'use cases and jobs',
  'functions/store': 'Firestore',
  'functions/sheets': 'Google Sheets',
  'functions/outbound': 'mail, chat, calendars',
  'functions/company-list': 'lists of companies',
  'functions/contract': 'requests and answers',
  'functions/schema': 'values in zod',
  'functions/domain': 'the rules',
  'functions/index.ts': null,
  'functions/config.ts': null,
  'functions/setting-values.ts': null,
  'functions/clock.ts': null,
  'functions/public-holidays.ts': null,
  'functions/version.ts': null,
};

const DOMAIN: Boxes = {
  'functions/domain/history': 'what was done, in words',
  'functions/domain/commands': 'what may be done',
  'functions/domain/digest': 'what a person is told',
  'functions/domain/quick-entry': 'one line, understood',
  'functions/domain/lookup': 'is it ours?',
  'functions/domain/queue': 'what is due',
  'functions/domain/register': 'columns, rows, cells',
  'functions/domain/statistics': 'figures and rates',
  'functions/domain/check': 'what can be wrong',
  'functions/domain/company': 'identity and keys',
  'functions/domain/company/name': 'spellings, readings',
  'functions/domain/account': 'parts, history, team',
  'functions/domain/status': 'statuses, matrix',
  'functions/domain/calendar': 'days and dates',
  'functions/domain/text': '日本語, English',
};

const SUITE: Boxes = {
  'emulator/start.ts': 'npm start',
  'emulator/demo': 'stories of made-up sales',
  emulator: 'one process for all',
  'emulator/page/client': 'the browser',
  'emulator/page': 'the page and its feed',
  'emulator/apps-script': 'runs the script',
  'emulator/apps-script/services': 'what the script sees',
  'emulator/sheets-api': 'the Sheets API',
  'emulator/workbook': 'spreadsheets',
  'emulator/firestore': 'Firestore',
  functions: 'the product',
  'emulator/demo/team.ts': null,
  'emulator/clock.ts': null,
  'emulator/data-folder': null,
  'emulator/mailbox': null,
  'emulator/local-server': null,
  'emulator/problems': null,
  'emulator/kept-build.ts': null,
  'emulator/project-folder.ts': null,
};

interface Arrow extends Import {
  typesOnly: boolean;
}

const boxOf = (boxes: Boxes, file: string): string | undefined => {
  const innermost = Object.keys(boxes)
    .filter((path) => file === path || file.startsWith(`${path}/`))
    .sort((a, b) => a.length - b.length)
    .at(-1);
  return innermost === undefined || boxes[innermost] === null ? undefined : innermost;
};

const isOfTypes = ({ from, to }: Import): boolean =>
  borderOf(from)?.typesOf?.includes(borderOf(to)?.path ?? '') ?? false;

const arrowsBetween = (boxes: Boxes, imports: readonly Import[]): Arrow[] => {
  const arrows = new Map<string, Arrow>();
  for (const each of imports) {
    const [from, to] = [boxOf(boxes, each.from), boxOf(boxes, each.to)];
    if (!from || !to || from === to) continue;
    const typesOnly = isOfTypes(each) && (arrows.get(`${from} ${to}`)?.typesOnly ?? true);
    arrows.set(`${from} ${to}`, { from, to, typesOnly });
  }
  const paths = Object.keys(boxes);
  const order = ({ from, to }: Arrow): number => paths.indexOf(from) * paths.length + paths.indexOf(to);
  return [...arrows.values()].sort((a, b) => order(a) - order(b));
};

/** Without the arrows that a longer way says already. A way ends at what is known of types only. */
const withoutShortcuts = (arrows: readonly Arrow[]): Arrow[] => {
  const leads = (from: string, shortcut: Arrow, seen = new Set<string>()): boolean =>
    arrows.some((arrow) => {
      if (arrow === shortcut || arrow.from !== from || seen.has(arrow.to)) return false;
      if (arrow.to === shortcut.to) return shortcut.typesOnly || !arrow.typesOnly;
      return !arrow.typesOnly && leads(arrow.to, shortcut, seen.add(arrow.to));
    });
  return arrows.filter((arrow) => !leads(arrow.from, arrow));
};

const picture = (boxes: Boxes, imports: readonly Import[]): string => {
  const id = (path: string): string => path.replace(/\W/g, '_');
  const box = ([path, words]: [string, string | null]): string[] =>
    words === null ? [] : [`  ${id(path)}["<b>${path}</b><br/>${words}"]`];
  return [
    '```mermaid',
    'flowchart TD',
    ...Object.entries(boxes).flatMap(box),
    ...withoutShortcuts(arrowsBetween(boxes, imports)).map(
      ({ from, to, typesOnly }) => `  ${id(from)} ${typesOnly ? '-.->' : '-->'} ${id(to)}`,
    ),
    '```',
  ].join('\n');
};

const code = (name: string): string => `\`${name}\``;

/** Paths as the table's readers need them: without the folder that all of its rows are in. */
const table = (borders: readonly Border[], folder: string): string => {
  const short = (path: string): string => {
    if (path === `${folder}**`) return `all of ${code(folder.replace(/\/$/, ''))}`;
    return code(path.startsWith(folder) ? path.slice(folder.length) : path);
  };
  const allowed = ({ imports, typesOf = [] }: Border): string =>
    [...imports.map(short), ...typesOf.map((path) => `types of ${short(path)}`)].join(', ') ||
    'nothing of ours';
  const packagesOf = ({ packages = [] }: Border): string =>
    packages.map((name) => (name === 'node' ? 'Node.js' : code(name))).join(', ');
  const anyPackage = borders.some((border) => border.packages);
  const rows = [
    ['where', 'what it is', 'may import', 'of packages'],
    ['---', '---', '---', '---'],
    ...borders.map((border) => [code(border.path), border.what, allowed(border), packagesOf(border)]),
  ];
  return rows.map((cells) => `| ${cells.slice(0, anyPackage ? 4 : 3).join(' | ')} |`).join('\n');
};

/** Rows of the tables that a picture neither shows nor leaves out by name. */
export const missingInPictures = (): string[] =>
  [
    [TABLES.functions, PRODUCT] as const,
    [TABLES.domain, DOMAIN] as const,
    [TABLES.suite, SUITE] as const,
  ].flatMap(([borders, boxes]) => borders.map(({ path }) => path).filter((path) => !(path in boxes)));

/** Each made part of the page by its name. */
export const madeParts = ({ imports }: Cruise): Record<string, string> => ({
  'picture of the product': picture(PRODUCT, imports),
  'borders of the functions': table(TABLES.functions, 'functions/'),
  'picture of the domain': picture(DOMAIN, imports),
  'borders of the domain': table(TABLES.domain, 'functions/domain/'),
  "borders of the sheet's script": table(TABLES.sheet, 'apps-script/'),
  'picture of the local suite': picture(SUITE, imports),
  'borders of the local suite': table(TABLES.suite, 'emulator/'),
  'borders of the deployment': table(TABLES.deployment, ''),
});

/** The page with each made part between its marks; a page without the marks of a part is an error. */
export const withParts = (page: string, parts: Record<string, string>): string =>
  Object.entries(parts).reduce((text, [name, part]) => {
    const [start, end] = [`<!-- ${name}, made by test/house/borders.test.ts -->`, `<!-- end of ${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`The marks of a part are missing: ${start} ${end}`);
    return `${text.slice(0, from + start.length)}\n\n${part}\n\n${text.slice(to)}`;
  }, page);
