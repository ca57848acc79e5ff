import { revisionOf } from '../../../../functions/domain/commands/import-revision';
import { anAccount } from '../../../builders';

const OLD_NUMBER = '7000012050002';
const NEW_NUMBER = '5000012010024';
const account = anAccount({
  name: '株式会社サンプル',
  corporateNumber: OLD_NUMBER,
  otherNames: ['サンプルマート'],
  formerNames: [{ name: '株式会社ムカシ', until: '2020-03-31' }],
  sources: { 名簿: '17', 展示会: '' },
});
const revision = (over: Partial<Parameters<typeof revisionOf>[1]> = {}) =>
  revisionOf(account, {
    list: '名簿',
    listId: '17',
    details: { name: account.name },
    revises: true,
    ...over,
  });
const NOTHING = { name: null, corporateNumber: null, isFormerName: false };

test.each([
  ['株式会社サンプルテック', { name: '株式会社サンプルテック' }],
  ['合同会社サンプル', { name: '合同会社サンプル' }],
  // The same name, written otherwise.
  ['㈱ｻﾝﾌﾟﾙ', {}],
  // What it is also known as.
  ['サンプルマート', {}],
  // One that the company gave up stays given up.
  ['(株)ムカシ', { isFormerName: true }],
])('a list that has it as %s by now changes %j', (name, changes) => {
  expect(revision({ details: { name } })).toEqual({ ...NOTHING, ...changes });
});

describe('another corporate number', () => {
  const details = { name: account.name, corporateNumber: NEW_NUMBER };

  test('corrects the one on record where the list’s own ID says that it is the same company', () => {
    expect(revision({ details })).toEqual({ ...NOTHING, corporateNumber: NEW_NUMBER });
  });

  test.each([
    ['under another ID', { listId: '18' }],
    ['of a list that had no ID', { list: '展示会', listId: '' }],
    ['the same one', { details: { name: account.name, corporateNumber: OLD_NUMBER } }],
    ['none at all', { details: { name: account.name, corporateNumber: null } }],
  ])('%s corrects none', (_, over) => {
    expect(revision({ details, ...over }).corporateNumber).toBeNull();
  });

  test('where none is on record there is nothing to correct: an import fills it in', () => {
    const row = { list: '名簿', listId: '17', details, revises: true };
    expect(revisionOf({ ...account, corporateNumber: null }, row).corporateNumber).toBeNull();
  });
});

test.each([
  ['a first import', { revises: false }],
  ['a list that did not have the company', { list: '新しい名簿' }],
  ['a list that is called as what every object inherits', { list: 'constructor' }],
])('%s changes nothing', (_, over) => {
  const details = { name: '株式会社サンプルテック', corporateNumber: NEW_NUMBER };
  expect(revision({ details, ...over })).toEqual(NOTHING);
});
