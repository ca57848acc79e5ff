import { exportedBy, exportedNames } from './exported-names';

test('what a module declares and exports is found, whatever its form', () => {
  const source = `
    import { taken, other } from './other';
    export { taken };
    export { other as renamed, passed } from './passed';
    export * from './all';
    export const a = 1, { b, c: [d], ...e } = x;
    export function f(one: string): void;
    export function f(one: number): void;
    export function f() {}
    export class G {}
    export interface H {}
    export type I = string;
    export const I = 'companion';
    export enum J {}
    const k = 1, hidden = 2;
    type L = string;
    export { k, k as m, type L };
  `;
  expect(exportedBy(source)).toEqual(['a', 'b', 'd', 'e', 'f', 'G', 'H', 'I', 'J', 'k', 'm', 'L']);
});

const names = [...exportedNames(['functions', 'apps-script', 'emulator', 'deploy'])];

test('an exported name has one meaning', () => {
  const shared = names.filter(([, { files }]) => files.length > 1);
  expect(shared.map(([name, { files }]) => `${name}: ${files}`)).toEqual([]);
});

/** Files whose exports are called from outside the sources, and by whom. */
const CALLED_FROM_OUTSIDE: Readonly<Record<string, string>> = {
  'apps-script/main.ts': 'the sheet, by its menu and triggers',
  'emulator/apps-script/services/main.ts': 'the worker that runs the script',
  'functions/contract/openapi.ts': 'the test that writes docs/openapi.json',
};

test('what is exported is used by the product, and not by its tests alone', () => {
  const dead = names.filter(
    ([, { files, count }]) => count < 2 && files.every((file) => CALLED_FROM_OUTSIDE[file] === undefined),
  );
  expect(dead.map(([name, { files }]) => `${name}: ${files}`)).toEqual([]);
});
