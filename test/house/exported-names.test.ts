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

test('an exported name has one meaning', () => {
  const shared = [...exportedNames(['functions', 'apps-script', 'emulator', 'deploy'])]
    .filter(([, files]) => files.length > 1)
    .map(([name, files]) => `${name}: ${files}`);
  expect(shared).toEqual([]);
});
