import { rowCells } from '../../../../functions/domain/register/cells';
import { classifyRows } from '../../../../functions/domain/register/classify-row';
import { planRow } from '../../../../functions/domain/register/plan-row';
import { markText } from '../../../../functions/domain/register/request-marks';
import { registerRow } from '../../../../functions/domain/register/row';
import { anAccount } from '../../../builders';
import { aSheetRow, aView, type SheetCells } from './random-rows';

const view = aView();
const ACCOUNT = { ...registerRow(anAccount({ id: 'a_1', name: '株式会社松' })), awaitedCondition: '予算' };
const BLOCKED = { requestState: markText('blocked', view.language) };

const planOf = (cells: SheetCells, over: Partial<Parameters<typeof planRow>[2]> = {}) => {
  const [row] = classifyRows([aSheetRow({ ...rowCells(ACCOUNT, view), requestState: '', ...cells })]);
  if (row === undefined) throw new Error('no row');
  return planRow(row, new Map([['a_1', ACCOUNT]]), {
    ...{ view, areAll: true, readIds: new Set(), unreadableIds: new Set(), discardRequests: false },
    ...{
      annotatedRows: new Set(),
      endRow: 100,
      listFindings: new Map(),
      leaving: new Set(),
      origins: new Map(),
      ...over,
    },
  });
};

describe('a row whose hidden cells are gone', () => {
  const GONE: SheetCells = { 'mirror.version': '' };

  test('is written anew where it says what the account says, or nothing', () => {
    expect(planOf({ ...GONE, contact: '' })).toMatchObject({ cells: { 'mirror.version': 1 }, findings: [] });
  });

  test('keeps what it says else, for that may be a request', () => {
    const { cells, findings } = planOf({ ...GONE, awaitedCondition: '役員の承認' });
    expect(cells).toEqual(BLOCKED);
    expect(findings).toMatchObject([{ kind: 'unwritten', accountId: 'a_1' }]);
  });

  test('is written anew where requests are to be dropped', () => {
    const { cells } = planOf({ ...GONE, awaitedCondition: '役員の承認' }, { discardRequests: true });
    expect(cells).toMatchObject({ awaitedCondition: '予算' });
  });
});

describe('a value that was moved from another row', () => {
  const origins = new Map([[3, new Map([['awaitedCondition' as const, 'moved' as const]])]]);
  const MARKED = { 'mirror.version': expect.stringMatching(/^v1 awaitedCondition~\w{8}$/) };

  test('stays, is blocked and no request, and its row keeps that it was moved', () => {
    const { cells, findings, isPending } = planOf({ awaitedCondition: '別の条件' }, { origins });
    expect([cells, isPending]).toEqual([{ ...BLOCKED, ...MARKED }, false]);
    expect(findings).toMatchObject([{ kind: 'moved', accountId: 'a_1', keys: ['awaitedCondition'] }]);
  });

  test('is listed beside a request in another cell, which is sent', () => {
    const { cells, findings, isPending } = planOf(
      { awaitedCondition: '別の条件', contact: '鈴木様' },
      { origins },
    );
    expect([cells, isPending]).toEqual([{ requestState: '未送信', ...MARKED }, true]);
    expect(findings).toMatchObject([{ kind: 'moved', keys: ['awaitedCondition'] }]);
  });

  test('is none where the account has got it meanwhile', () => {
    const { findings, isPending } = planOf({ 'mirror.awaitedCondition': '' }, { origins });
    expect([findings, isPending]).toEqual([[], false]);
  });
});
