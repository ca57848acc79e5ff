/** House rule: a pure module has its test at its own path. */
import { existsSync } from 'node:fs';
import { exportsFunction, modulesWithFunctions } from './exported-functions';

/** What lies in them is tested by itself, but for the exceptions below. */
const FOLDERS = [
  'functions/domain',
  'functions/schema',
  'functions/company-list',
  'functions/sheets',
  'apps-script/server',
];

const testOf = (path: string): string => `test/${path.replace(/\.ts$/, '.test.ts')}`;

/** Tables of sentences: what says them has the test. */
const isTextTable = (path: string): boolean => path.endsWith('-texts.ts');

/** Modules without a test of their own, and why none could fail that no other test does. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'functions/domain/account/account-event.ts': 'types, and the constructor that puts their fields together',
  'functions/domain/commands/command.ts': 'types, and the function that ties a definition to them',
  'functions/domain/commands/merge-terms.ts': 'types, and the four names of a merge',
  'functions/domain/text/text.ts': 'a type and its constructor',
  'functions/sheets/client.ts': 'makes the client of Google',
  'functions/sheets/import-tab.ts': 'reads from Google Sheets: http/import-reading.test.ts',
  'functions/sheets/queue-spreadsheet.ts': 'reads and writes Google Sheets: app/queue-job.test.ts',
  'functions/sheets/register-spreadsheet.ts': 'reads from Google Sheets: app/register-job.test.ts',
  'functions/sheets/replace-tab.ts':
    'reads and writes Google Sheets: app/duplicates-job.test.ts, http/history.test.ts',
  'functions/sheets/row-identities.ts': 'reads from Google Sheets: app/row-links.test.ts',
  'apps-script/server/call-function.ts': 'needs the functions: requests/send-pending.test.ts',
  'apps-script/server/document-lock.ts': 'needs two senders: requests/send-pending.test.ts',
  'apps-script/server/refresh.ts': 'needs the functions: menu.test.ts',
};

const untested = FOLDERS.flatMap(modulesWithFunctions).filter(
  (path) => !isTextTable(path) && !existsSync(testOf(path)),
);

test('every module there that exports a function has its test', () => {
  expect(untested.filter((path) => EXCEPTIONS[path] === undefined)).toEqual([]);
});

test('an exception is a module that still needs one', () => {
  expect(Object.keys(EXCEPTIONS).filter((path) => !untested.includes(path))).toEqual([]);
});

test.each([
  ['export function f() {}', true],
  ['export async function* f() {}', true],
  ['export const f = () => 1;', true],
  ['export const f = function () {};', true],
  ['export const f = <T>(x: T): T => x;', true],
  ['const f = () => 1;', false],
  ['export const made = f(1);', false],
  ['export const TABLE = { f: () => 1 };', false],
  ['export type F = () => void; export interface G { (): void }', false],
])('%j exports a function: %p', (source, expected) => {
  expect(exportsFunction(source)).toBe(expected);
});
