/** House rule: a pure module has its test at its own path. */
import { existsSync, readFileSync } from 'node:fs';
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
  'functions/sheets/read-queue-spreadsheet.ts': 'reads from Google Sheets: app/queue-job.test.ts',
  'functions/sheets/queue-spreadsheet.ts': 'reads and writes Google Sheets: app/queue-job.test.ts',
  'functions/sheets/register-spreadsheet.ts': 'reads from Google Sheets: app/register-job.test.ts',
  'functions/sheets/replace-tab.ts':
    'reads and writes Google Sheets: app/duplicates-job.test.ts, http/history.test.ts',
  'functions/sheets/row-identities.ts': 'reads from Google Sheets: app/row-links.test.ts',
  'apps-script/server/document-lock.ts': 'needs two senders: requests/send-pending.test.ts',
};

const untested = FOLDERS.flatMap(modulesWithFunctions).filter(
  (path) => !isTextTable(path) && !existsSync(testOf(path)),
);

/** The programs of the windows: each exports its pure update. */
const programs = modulesWithFunctions('apps-script/windows').filter((path) =>
  /^export const update\w+ = /m.test(readFileSync(path, 'utf8')),
);

/** Programs that are tested together with what they stand in: a test below test/apps-script/windows that goes through it. */
const TESTED_WITH: Readonly<Record<string, string>> = {
  'account/account-work': 'account/account-pane',
  'account/mend': 'maintenance/maintenance',
  'decisions/hand-over-opportunity': 'decisions/hand-over',
  'decisions/hand-over-window': 'decisions/hand-over',
  'decisions/packages': 'decisions/hand-over',
  'kit/command-form': 'account/part-forms',
  'lists/import-setup': 'lists/import',
  'lists/list-decisions': 'lists/import',
  'maintenance/about': 'maintenance/maintenance',
  'maintenance/auto-send': 'maintenance/maintenance',
  'maintenance/check-store': 'maintenance/maintenance',
  'maintenance/duplicates': 'maintenance/maintenance',
  'maintenance/undo-changes': 'maintenance/maintenance',
  'sidebar/sidebar-panes': 'sidebar/sidebar-update',
  'status/bulk-change-status': 'kit/member-rights',
  'team/members': 'team/team',
  'team/settings': 'team/team',
};

test('every program of a window has its test, or stands in the list of those that are tested with another', () => {
  const untestedPrograms = programs
    .filter((path) => !existsSync(testOf(path)))
    .map((path) => path.replace(/^apps-script\/windows\/(.*)\.ts$/, '$1'));
  expect(untestedPrograms.sort()).toEqual(Object.keys(TESTED_WITH));
  const tests = [...new Set(Object.values(TESTED_WITH))].map(
    (path) => `test/apps-script/windows/${path}.test.ts`,
  );
  expect(tests.filter((path) => !existsSync(path))).toEqual([]);
});

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
