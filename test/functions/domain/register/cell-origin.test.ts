import * as fc from 'fast-check';
import {
  cellOrigin,
  sendableKeys,
  tracesIn,
  withOrigin,
} from '../../../../functions/domain/register/cell-origin';
import { shownVersion } from '../../../../functions/domain/register/row-version';
import { shortDigest } from '../../../../functions/domain/text/text-digest';
import { aSheetRow, type SheetCells, withCells } from './random-rows';

const row = (over: SheetCells = {}) =>
  aSheetRow({ 'mirror.version': 7, contact: '鈴木様', 'mirror.contact': '山田様', ...over });
const known = (origin: Parameters<typeof withOrigin>[1], over: SheetCells = {}) => {
  const plain = row(over);
  return withCells(plain, { 'mirror.version': withOrigin(plain, origin, ['contact']) });
};

test.each(['typed', 'written', 'moved'] as const)(
  '%s: the row tells it of this text, and of no other',
  (origin) => {
    expect([cellOrigin(known(origin), 'contact'), cellOrigin(row(), 'contact')]).toEqual([origin, null]);
    expect(cellOrigin(withCells(known(origin), { contact: '佐藤様' }), 'contact')).toBeNull();
    expect(shownVersion(known(origin))).toBe(7);
    expect(sendableKeys(known(origin))).toEqual(origin === 'moved' ? [] : ['contact']);
  },
);

test('the version that a request was made on, and other columns, stay beside it', () => {
  const version = withOrigin(row({ 'mirror.version': 'v7 contact=5 owner!aaaaaaaa' }), 'moved', ['contact']);
  expect(version).toBe(`v7 contact=5 owner!aaaaaaaa contact~${shortDigest('鈴木様')}`);
});

test('what is typed takes the place of any other origin', () => {
  expect(
    cellOrigin(
      withCells(known('moved'), { 'mirror.version': withOrigin(known('moved'), 'typed', ['contact']) }),
      'contact',
    ),
  ).toBe('typed');
});

test.each(['', 'draft-0f3a'])('a row of no account, with the version %p, stays as it is', (version) => {
  expect(withOrigin(row({ 'mirror.version': version }), 'typed', ['contact'])).toBe(version);
  expect(tracesIn(row({ 'mirror.version': version }), 'contact')).toEqual([]);
});

test('the last texts that were typed one after another are traces, and what was written is one, but for what is shown', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), (texts) => {
      const typed = texts.reduce((before, contact) => {
        const now = withCells(before, { contact });
        return withCells(now, { 'mirror.version': withOrigin(now, 'typed', ['contact']) });
      }, row());
      const shown = texts[texts.length - 1];
      const traces = new Set(
        ['山田様', ...texts.slice(-4)].filter((text) => text !== shown).map(shortDigest),
      );
      expect(new Set(tracesIn(typed, 'contact'))).toEqual(traces);
    }),
  ));

test('a cell that shows what was written last leaves no trace', () => {
  expect(tracesIn(row({ contact: '山田様' }), 'contact')).toEqual([]);
});
