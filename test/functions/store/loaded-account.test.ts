import type { Account } from '../../../functions/domain/account/account';
import type { HistoryEntry } from '../../../functions/domain/account/history';
import { accountDocument } from '../../../functions/store/account-fields';
import { documentsOrObstacle } from '../../../functions/store/loaded-account';
import { anAccount, TODAY } from '../../builders';

const ACCOUNT = anAccount({ id: 'a_1', version: 2 });
const ENTRY: HistoryEntry = {
  ...{ accountId: 'a_1', version: 2, at: '2026-07-01T00:00:00.000Z', on: '2026-07-01', by: 'm_1' },
  ...{ channel: 'api', batch: null, requestId: 'request-1', command: 'editDetails', undoes: null },
  events: [
    {
      ...{ type: 'detailsEdited', from: 'COLD', to: 'COLD', reason: null, data: {} },
      changes: [{ path: 'name', before: 'a', after: 'b' }],
    },
  ],
};
const NEW = { stored: null, storedDocument: undefined };
const CHANGED = { stored: ACCOUNT, storedDocument: accountDocument(ACCOUNT, []) };
const obstacleOf = (account: object, entry: object = {}, before: typeof NEW | typeof CHANGED = NEW) => {
  const write = {
    loaded: {
      account: ACCOUNT,
      ...before,
      updateTime: undefined,
      batches: [],
      entries: [],
      documents: null,
    },
    account: { ...ACCOUNT, ...account } as Account,
    entry: { ...ENTRY, ...entry } as HistoryEntry,
  };
  const documents = documentsOrObstacle(write, TODAY);
  return 'obstacle' in documents ? documents.obstacle : null;
};

test('what can be read again is written', () => {
  expect(obstacleOf({})).toBeNull();
});

test.each<[string, object, string[]]>([
  ['undefined, which vanishes', { name: undefined }, ['name']],
  ['NaN, which becomes null', { lostCount: Number.NaN }, ['lostCount']],
  ['a function', { formerNames: () => [] }, ['formerNames']],
  ['an undefined in a list', { domains: [undefined] }, ['domains.0']],
  ['a standing of no status', { standing: { ...ACCOUNT.standing, status: 'HOT' } }, ['status']],
])('an account with %s is not, whether it is new or changed', (_name, over, fields) => {
  for (const before of [NEW, CHANGED])
    expect(obstacleOf(over, {}, before)).toEqual({ kind: 'account', accountId: 'a_1', id: 'a_1', fields });
});

test.each<[string, object]>([
  ['no day', { on: undefined }],
  ['events of no kind', { events: [{ ...ENTRY.events[0], type: 'nonsense' }] }],
  [
    'a change to nothing',
    { events: [{ ...ENTRY.events[0], changes: [{ path: 'name', before: 'a', after: undefined }] }] },
  ],
  [
    'data of which a part vanishes',
    { events: [{ ...ENTRY.events[0], type: 'undone', data: { undoes: undefined, command: 'x' } }] },
  ],
])('an entry with %s is not', (_name, over) => {
  expect(obstacleOf({}, over)).toMatchObject({ kind: 'entry', accountId: 'a_1', id: '2' });
});

test('what is larger than a document is not', () => {
  expect(obstacleOf({ latentNeed: 'x'.repeat(900_001) })).toBe('too large');
});
