import { toRecord } from '../../../../functions/domain/account/account-record';
import type { HistoryEntry } from '../../../../functions/domain/account/history';
import { HistoryCheck } from '../../../../functions/domain/check/check-history';
import { dead, onFile, quarterly } from '../account-lives';

const { account, history } = quarterly();

const findings = (
  entries: readonly (readonly [version: number, entry: HistoryEntry | null])[],
  of: typeof account | null = account,
) => {
  const check = new HistoryCheck(account.id);
  for (const [version, entry] of entries) check.add(version, entry);
  return check.findings(of);
};
const whole = history.map((entry) => [entry.version, entry] as const);

test.each([
  ['quarterly', quarterly],
  ['dead', dead],
  ['on file', onFile],
])('a %s account that is the fold of its history', (_, live) => {
  const life = live();
  const check = new HistoryCheck(life.account.id);
  for (const entry of life.history) check.add(entry.version, entry);
  expect(check.findings(life.account)).toEqual([]);
});

test('each field that differs from the fold is named', () => {
  const changed = { ...account, kana: 'カナ', everMet: !account.everMet };
  expect(findings(whole, changed)).toEqual([{ code: 'HISTORY_DIFFERS', detail: 'everMet, kana' }]);
});

test.each<[string, Parameters<typeof findings>[0], string]>([
  ['one in the middle', whole.filter(([version]) => version !== 2), '3'],
  ['the last one', whole.slice(0, -1), String(account.version)],
  ['all', [], String(account.version)],
])('versions that are missing: %s', (_, entries, named) => {
  const [found] = findings(entries);
  expect(found?.code).toBe('HISTORY_GAP');
  expect(found?.detail.split(', ')).toContain(named);
});

test('a version too many', () => {
  const last = whole.at(-1)?.[1] ?? null;
  const version = account.version + 1;
  const more = last === null ? null : { ...last, version, requestId: 'another' };
  expect(findings([...whole, [version, more]]).map(({ code }) => code)).toEqual(['HISTORY_GAP']);
});

test('an entry under the version of another, or of another account', () => {
  const [first, ...others] = history;
  if (first === undefined) throw new Error('no history');
  for (const wrong of [
    { ...first, version: 7 },
    { ...first, accountId: 'another' },
  ])
    expect(findings([[1, wrong], ...others.map((entry) => [entry.version, entry] as const)])).toEqual([
      { code: 'HISTORY_GAP', detail: '1' },
    ]);
});

test('a request that was applied twice', () => {
  const [first, second, ...others] = history;
  if (first === undefined || second === undefined) throw new Error('a short history');
  const doubled = [first, { ...second, requestId: first.requestId }, ...others];
  expect(findings(doubled.map((entry) => [entry.version, entry] as const))).toEqual([
    { code: 'REQUEST_APPLIED_TWICE', detail: '2' },
  ]);
});

test('behind an entry that cannot be read nothing is compared', () => {
  expect(findings(whole.map(([version, entry]) => [version, version === 1 ? null : entry]))).toEqual([]);
  expect(findings(whole, null)).toEqual([]);
  expect(toRecord(account).version).toBe(history.length);
});
