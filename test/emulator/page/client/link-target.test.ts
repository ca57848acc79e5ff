import { linkTargetOf } from '../../../../emulator/page/client/link-target';

test.each([
  ['#gid=12', { book: null, sheetId: 12, range: 'A1', filterView: null }],
  ['#gid=12&fvid=345', { book: null, sheetId: 12, range: 'A1', filterView: 345 }],
  ['#gid=0&range=A5', { book: null, sheetId: 0, range: 'A5', filterView: null }],
  ['#gid=0&range=7', { book: null, sheetId: 0, range: '7', filterView: null }],
  [
    'https://docs.google.com/spreadsheets/d/hachi-register/edit#gid=3&range=B2',
    { book: 'hachi-register', sheetId: 3, range: 'B2', filterView: null },
  ],
  ['https://docs.google.com/spreadsheets/d/hachi-register/edit', null],
  ['https://example.com/#gid=3', null],
  ['', null],
])('%s', (link, expected) => {
  expect(linkTargetOf(link)).toEqual(expected);
});
