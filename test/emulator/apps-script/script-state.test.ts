import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScriptState } from '../../../emulator/apps-script/script-state';

let folder: string;
const file = (): string => join(folder, 'apps-script.json');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hachi-script-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const setName = (value: string) => (state: { properties: Record<string, Record<string, string>> }) => {
  state.properties.script = { name: value };
};

test('what is changed is there at the next start', () => {
  openScriptState(folder).change(setName('八'));
  expect(openScriptState(folder).state).toEqual({ properties: { script: { name: '八' } }, triggers: [] });
});

test('a change that cannot be written is none', () => {
  const state = openScriptState(folder);
  // No file can replace a folder.
  mkdirSync(join(file(), 'in the way'), { recursive: true });
  expect(() => state.change(setName('lost'))).toThrow();
  expect(state.state).toEqual({ properties: {}, triggers: [] });
});

test('a damaged file is neither served nor changed', () => {
  writeFileSync(file(), '{"half');
  expect(() => openScriptState(folder)).toThrow(expect.objectContaining({ code: 'DATA_DAMAGED' }));
  expect(readFileSync(file(), 'utf8')).toBe('{"half');
});
