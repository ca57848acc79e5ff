import type { Account } from '../../../../functions/domain/account/account';
import type { Refusal } from '../../../../functions/domain/account/refusals';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import { mergePreview, survivingStatus } from '../../../../functions/domain/commands/merge-preview';
import type { MergeInput, MergePreview } from '../../../../functions/domain/commands/merge-terms';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { aContext, TODAY } from '../../../builders';
import { corporateNumberOf } from '../../../corporate-numbers';
import {
  accepted,
  active,
  attempt,
  badFit,
  busyClient,
  client,
  codes,
  cold,
  dead,
  type Life,
  met,
  onFile,
  quarterly,
  reviewed,
  unregistered,
  working,
} from '../account-lives';

type Where = Parameters<typeof aContext>[0];

/** The same life of an account with another ID. */
const as = (id: string, life: Life): Life => ({
  account: { ...life.account, id },
  history: life.history.map((entry) => ({ ...entry, accountId: id })),
});

const contextOf = (from: Life, into: Life, where: Where = {}) =>
  aContext({
    by: 'manager',
    history: from.history,
    others: { [into.account.id]: into.account, [from.account.id]: from.account },
    links: Object.fromEntries(
      [from, into].map(({ account: { id, name, onFile: filed } }) => [
        id,
        { id, name, successorId: filed?.successorId ?? null },
      ]),
    ),
    ...where,
  });

interface Pair {
  from: Life;
  into: Life;
}

const refusedBy = (result: Life | Refusal): result is Refusal => 'reasons' in result;

/** Both halves, as the store applies them. */
const tryMerge = (
  { from, into }: Pair,
  input: Partial<MergeInput> = {},
  where: Where = {},
): Pair | Refusal => {
  const command: Extract<Command, { type: 'merge' }> = {
    type: 'merge',
    intoId: into.account.id,
    reason: 'DUPLICATE',
    ...input,
  };
  const context = contextOf(from, into, where);
  const gone = attempt(from, command, context);
  if (refusedBy(gone)) return gone;
  const { reason, survivorStatus, data, note } = command;
  const stays = attempt(
    into,
    { type: 'absorb', from: from.account, reason, survivorStatus, data, note },
    { ...context, history: into.history },
  );
  return refusedBy(stays) ? stays : { from: gone, into: stays };
};

const merged = (pair: Pair, input: Partial<MergeInput> = {}, where: Where = {}): Pair => {
  const preview = previewOf(pair, input, where);
  const result = tryMerge(pair, { survivorStatus: preview.proposed, ...input }, where);
  if ('reasons' in result) throw new Error(`${codes(result)} ${JSON.stringify(result.facts)}`);
  return result;
};

const notMerged = (pair: Pair, input: Partial<MergeInput> = {}, where: Where = {}): Refusal => {
  const result = tryMerge(pair, input, where);
  if ('reasons' in result) return result;
  throw new Error(`merged: ${result.into.account.status}`);
};

const previewOf = (
  { from, into }: Pair,
  input: Partial<MergeInput> = {},
  where: Where = {},
): MergePreview => {
  const terms = { intoId: into.account.id, reason: 'DUPLICATE' as const, ...input };
  const preview = mergePreview(from.account, terms, contextOf(from, into, where));
  if ('reasons' in preview) throw new Error(`${codes(preview)}`);
  return preview;
};

const tryUnmerge = ({ from, into }: Pair, where: Where = {}): Pair | Refusal => {
  const context = contextOf(from, into, where);
  const back = attempt(from, { type: 'unmerge', reason: '別の会社でした' }, context);
  if (refusedBy(back)) return back;
  const given = attempt(
    into,
    { type: 'release', from: from.account, reason: '別の会社でした' },
    { ...context, history: into.history },
  );
  return refusedBy(given) ? given : { from: back, into: given };
};

const unmerged = (pair: Pair, where: Where = {}): Pair => {
  const result = tryUnmerge(pair, where);
  if ('reasons' in result) throw new Error(`${codes(result)} ${JSON.stringify(result.facts)}`);
  return result;
};

const notUnmerged = (pair: Pair, where: Where = {}): Refusal => {
  const result = tryUnmerge(pair, where);
  if ('reasons' in result) return result;
  throw new Error('unmerged');
};

const pair = (from: Life, into: Life): Pair => ({ from: as('gone', from), into: as('stays', into) });
const unversioned = ({ account }: Life): Account => ({ ...account, version: 0 });

const LIVES: Record<Status, () => Life> = {
  COLD: cold,
  WORKING: working,
  ACTIVE_OPPORTUNITY: active,
  QUARTERLY_CHECK: quarterly,
  DEAD_OPPORTUNITY: dead,
  CURRENT_CLIENT: client,
  BAD_FIT: reviewed,
  ON_FILE: onFile,
};

describe('the status that survives', () => {
  // Rows and columns 1 to 8; 6 > 3 > 4 > 5 > 2 > 7 > 1, and 8 never.
  const TABLE = [
    '1 2 3 4 5 6 7 1',
    '2 2 3 4 5 6 2 2',
    '3 3 3 3 3 6 3 3',
    '4 4 3 4 4 6 4 4',
    '5 5 3 4 5 6 5 5',
    '6 6 6 6 6 6 6 6',
    '7 2 3 4 5 6 7 7',
    '1 2 3 4 5 6 7 –',
  ].map((line) => line.split(' '));
  const CASES = STATUSES.flatMap((one, row) =>
    STATUSES.map((other, column): [Status, Status, Status | null] => [
      one,
      other,
      STATUSES[Number(TABLE[row]?.[column]) - 1] ?? null,
    ]),
  );

  test.each(CASES)('%s and %s: %s', (one, other, survives) => {
    expect(survivingStatus(one, other)).toBe(survives);
  });

  test.each(CASES)(
    '%s goes into %s: proposed and confirmed as %s, and taken back without a trace',
    (one, other, survives) => {
      const both = pair(LIVES[one](), LIVES[other]());
      if (survives === null) {
        expect(notMerged(both, { survivorStatus: 'COLD' }).code).toBe('MERGE_INTO_FILED');
        return;
      }
      const everMet = both.from.account.everMet || both.into.account.everMet;
      const preview = previewOf(both);
      expect(preview.proposed).toBe(survives === 'COLD' && everMet ? 'WORKING' : survives);
      // The two contradict each other in whether there is a need: a person says.
      const data = preview.refusal === null ? {} : { bant: { need: 'yes' as const } };
      const result = merged(both, { data });
      expect(result.into.account).toMatchObject({ status: preview.proposed, everMet });
      expect(result.from.account).toMatchObject({
        status: 'ON_FILE',
        onFile: { reason: 'DUPLICATE', successorId: 'stays' },
        everMet: both.from.account.everMet,
      });
      const back = unmerged(result);
      expect(unversioned(back.from)).toEqual(unversioned(both.from));
      expect(unversioned(back.into)).toEqual(unversioned(both.into));
    },
  );

  test('is confirmed by a person, who sees both sides and what would be brought over', () => {
    const refusal = notMerged(pair(quarterly(), working()));
    expect(refusal).toMatchObject({
      code: 'MERGE_CONFIRM',
      facts: {
        proposed: 'QUARTERLY_CHECK',
        choices: ['QUARTERLY_CHECK', 'WORKING'],
        from: { id: 'gone', status: 'QUARTERLY_CHECK' },
        into: { id: 'stays', status: 'WORKING' },
        survivor: { id: 'stays', status: 'QUARTERLY_CHECK', everMet: true },
        brings: { contacts: [{ name: '山田' }], fills: ['bant.budget', 'bant.need'] },
        needsManager: [],
        refusal: null,
      },
    });
  });

  test('may be that of the other side, and no third one', () => {
    expect(merged(pair(dead(), working()), { survivorStatus: 'WORKING' }).into.account.status).toBe(
      'WORKING',
    );
    const refusal = notMerged(pair(dead(), working()), { survivorStatus: 'CURRENT_CLIENT' });
    expect(refusal).toMatchObject({
      code: 'MERGE_STATUS',
      facts: { choices: ['DEAD_OPPORTUNITY', 'WORKING'] },
    });
  });

  test('a preview changes nothing', () => {
    const both = pair(quarterly(), working());
    const command: Command = { type: 'merge', intoId: 'stays', reason: 'DUPLICATE', preview: true };
    const verdict = decide(both.from.account, command, contextOf(both.from, both.into));
    expect(verdict).toEqual({ events: [], account: both.from.account });
  });
});

describe('the hard rules', () => {
  test('a company that was met is not COLD again', () => {
    const filed = onFile(met());
    expect(previewOf(pair(filed, cold()))).toMatchObject({ proposed: 'WORKING', choices: ['WORKING'] });
  });

  test('open opportunities go with a status that has some', () => {
    const both = pair(active(), quarterly());
    expect(codes(notMerged(both, { survivorStatus: 'QUARTERLY_CHECK' }))).toEqual(['NONE_OPEN']);
    const { into } = merged(both, {
      survivorStatus: 'QUARTERLY_CHECK',
      data: {
        closing: [
          {
            opportunityId: `${Object.keys(both.from.account.opportunities)[0]}@gone`,
            outcome: 'lost',
            on: TODAY,
          },
        ],
      },
    });
    expect(Object.values(into.account.opportunities)).toMatchObject([{ state: 'lost' }]);
  });

  test('a client stays one while a product is in use', () => {
    expect(codes(notMerged(pair(client(), working()), { survivorStatus: 'WORKING' }))).toEqual(['CHURNED']);
  });

  test('a need that was denied is no quarterly check, one that nobody asked for is a debt', () => {
    const denied = accepted(working(), { type: 'setBant', bant: { need: 'no' } });
    const refusal = notMerged(pair(quarterly(), denied), { survivorStatus: 'QUARTERLY_CHECK' });
    expect(codes(refusal)).toEqual(['NEED']);
    const lists: Life = accepted(unregistered(), {
      type: 'import',
      row: { list: '展示会', details: { name: '株式会社サンプル' }, status: 'QUARTERLY_CHECK' },
    });
    expect(merged(pair(lists, working())).into.account).toMatchObject({
      status: 'QUARTERLY_CHECK',
      debts: expect.arrayContaining(['NEED']),
    });
  });

  test('all four yes is no quarterly check', () => {
    const yes = accepted(working(), {
      type: 'setBant',
      bant: { budget: 'yes', authority: 'yes', timing: 'yes' },
    });
    expect(codes(notMerged(pair(quarterly(), yes), { survivorStatus: 'QUARTERLY_CHECK' }))).toEqual([
      'BANT_ALL_YES',
    ]);
  });

  test('an agreed need is no dead opportunity', () => {
    const agreed = accepted(working(), { type: 'setBant', bant: { need: 'yes' } });
    expect(codes(notMerged(pair(dead(), agreed), { survivorStatus: 'DEAD_OPPORTUNITY' }))).toEqual([
      'NEED_AGREED',
    ]);
  });

  test('a client that is acquired makes another company one only with evidence', () => {
    const unproved = accepted(unregistered(), {
      type: 'import',
      row: { list: '旧顧客', details: { name: '株式会社サンプル' }, status: 'CURRENT_CLIENT' },
    });
    const both = pair(unproved, working());
    expect(previewOf(both, { reason: 'ACQUIRED' }).proposed).toBe('WORKING');
    expect(codes(notMerged(both, { reason: 'ACQUIRED', survivorStatus: 'CURRENT_CLIENT' }))).toEqual([
      'EVIDENCE',
    ]);
    const data = { product: { product: 'Cloud', since: TODAY, reference: 'PO-9' } };
    const proved = merged(both, { reason: 'ACQUIRED', survivorStatus: 'CURRENT_CLIENT', data });
    expect(proved.into.account).toMatchObject({ status: 'CURRENT_CLIENT', debts: [] });
    expect(merged(both).into.account).toMatchObject({ status: 'CURRENT_CLIENT', debts: ['EVIDENCE'] });
  });

  test('a bad fit that waits for its review still waits', () => {
    const { into } = merged(pair(badFit(), cold()));
    expect(into.account).toMatchObject({
      status: 'BAD_FIT',
      badFit: { reviewedBy: null },
      proposal: { inEffect: true, from: 'COLD', to: 'BAD_FIT' },
    });
  });
});

describe('what is brought over', () => {
  const rich = (): Life => {
    const life = accepted(quarterly(), {
      type: 'editDetails',
      details: {
        name: '株式会社サンプル商事',
        kana: 'サンプル',
        corporateNumber: corporateNumberOf(7),
        domains: ['sample.jp'],
      },
    });
    return accepted(life, {
      type: 'saveProduct',
      product: { product: 'Desk', state: 'prospect', source: '展示会' },
    });
  };
  const [contactId = ''] = Object.keys(rich().account.contacts);

  test('parts with the account that they come from, domains, former names, BANT and details', () => {
    const { account } = merged(pair(rich(), cold())).into;
    expect(account.contacts[`${contactId}@gone`]).toMatchObject({ name: '山田' });
    expect(account.awaitedContactId).toBe(`${contactId}@gone`);
    expect(Object.values(account.products)).toMatchObject([{ product: 'Desk', source: '展示会' }]);
    expect(Object.values(account.activities)).toMatchObject([{ kind: 'meeting' }]);
    expect(account).toMatchObject({
      domains: ['sample.jp'],
      formerNames: [{ name: '株式会社サンプル' }],
      bant: { need: { value: 'yes' } },
      kana: 'サンプル',
      ownerId: 'is',
      corporateNumber: corporateNumberOf(7),
      debts: [],
    });
  });

  test('the number goes along, so that one account has it', () => {
    expect(merged(pair(rich(), cold())).from.account.corporateNumber).toBeNull();
  });

  test('another company keeps its own details', () => {
    const { from, into } = merged(pair(rich(), cold()), { reason: 'ACQUIRED' });
    expect(into.account).toMatchObject({ kana: null, corporateNumber: null, domains: ['sample.jp'] });
    expect(from.account.corporateNumber).toBe(corporateNumberOf(7));
  });

  test('nothing that the survivor has is overwritten', () => {
    const own = accepted(accepted(cold(), { type: 'setBant', bant: { need: 'unclear' } }), {
      type: 'editDetails',
      details: { kana: 'カナ', domains: ['own.jp'] },
    });
    const { account } = merged(pair(rich(), own), {
      survivorStatus: 'QUARTERLY_CHECK',
      data: { bant: { need: 'yes' } },
    }).into;
    expect(account).toMatchObject({ kana: 'カナ', domains: ['own.jp', 'sample.jp'] });
  });

  test('a later contact moves the clock of a quarterly check', () => {
    const later = accepted(quarterly(), {
      type: 'logActivity',
      activity: { kind: 'call', date: TODAY, twoWay: true, with: '山田' },
    });
    const { account } = merged(pair(later, quarterly())).into;
    expect(account.nextCheck).toMatchObject({ base: TODAY, date: '2026-10-01' });
  });

  test('the histories tell of each other', () => {
    const { from, into } = merged(pair(quarterly(), working()), { note: '同じ会社の二重登録' });
    const data = {
      fromId: 'gone',
      intoId: 'stays',
      fromName: '株式会社サンプル',
      intoName: '株式会社サンプル',
      reason: 'DUPLICATE',
      survivorStatus: 'QUARTERLY_CHECK',
    };
    expect(from.history.at(-1)?.events[0]).toMatchObject({
      type: 'merged',
      from: 'QUARTERLY_CHECK',
      to: 'ON_FILE',
      reason: '同じ会社の二重登録',
      data,
    });
    expect(into.history.at(-1)?.events[0]).toMatchObject({
      type: 'merged',
      from: 'WORKING',
      to: 'QUARTERLY_CHECK',
      data,
    });
    expect(from.account.merged).toEqual({
      intoId: 'stays',
      version: from.account.version,
      intoVersion: into.account.version,
      by: 'manager',
      at: `${TODAY}T03:00:00.000Z`,
    });
  });

  test('more than one account holds is refused', () => {
    const contacts = Object.fromEntries(
      Array.from({ length: 200 }, (_, n) => [
        `c${n}`,
        { ...Object.values(rich().account.contacts)[0], id: `c${n}` },
      ]),
    ) as Account['contacts'];
    const full: Life = { ...rich(), account: { ...rich().account, contacts } };
    expect(notMerged(pair(full, quarterly()), { survivorStatus: 'QUARTERLY_CHECK' }).code).toBe(
      'LIMIT_REACHED',
    );
  });
});

describe('who may merge', () => {
  const is = { by: 'is' };

  test('a rep, of two that nobody else is at', () => {
    expect(merged(pair(quarterly(), working()), {}, is).from.account.status).toBe('ON_FILE');
  });

  test.each([
    ['a client', client(), cold(), 'client'],
    ['into a client', cold(), client(), 'client'],
    ["somebody else's opportunity", active(), cold(), 'opportunities'],
    ['a bad fit', reviewed(), cold(), 'badFit'],
    ['into a bad fit', cold(), reviewed(), 'badFit'],
    ['one on file', onFile(), cold(), 'onFile'],
  ])('%s: a manager', (_, from, into, because) => {
    const both = pair(from, into);
    const refusal = notMerged(both, { survivorStatus: previewOf(both).proposed }, is);
    expect(refusal).toMatchObject({ code: 'ROLE_NOT_ALLOWED', facts: { because: [because] } });
    expect(previewOf(both, {}, is).needsManager).toEqual([because]);
    expect(merged(both).from.account.status).toBe('ON_FILE');
  });

  test('whoever has the open opportunity', () => {
    expect(merged(pair(active(), cold()), {}, { by: 'fs' }).into.account.status).toBe('ACTIVE_OPPORTUNITY');
  });

  test('no viewer', () => {
    expect(notMerged(pair(cold(), cold()), { survivorStatus: 'COLD' }, { by: 'viewer' }).code).toBe(
      'ROLE_NOT_ALLOWED',
    );
  });
});

describe('which two', () => {
  const filedFor = (id: string, life = cold()): Life =>
    accepted(
      life,
      { type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: id } },
      { links: { [id]: { id, name: id, successorId: null } } },
    );

  test('not one with itself, with nobody, or in a circle', () => {
    const both = pair(cold(), cold());
    expect(notMerged(both, { intoId: 'gone' })).toMatchObject({ code: 'KEEP', facts: { problem: 'itself' } });
    expect(notMerged(both, { intoId: 'constructor' })).toMatchObject({ facts: { problem: 'unknown' } });
    const round = pair(cold(), filedFor('gone'));
    expect(notMerged(round)).toMatchObject({ code: 'KEEP', facts: { problem: 'circle' } });
  });

  test('not into one that another stands for', () => {
    const both = pair(cold(), filedFor('third'));
    const third = { id: 'third', name: 'third', successorId: null };
    const { links } = contextOf(both.from, both.into);
    expect(notMerged(both, {}, { links: { ...links, third } })).toMatchObject({
      code: 'MERGE_INTO_FILED',
      facts: { successorId: 'third' },
    });
  });

  test('one that has only a link to the other may still bring what it has', () => {
    const both = pair(filedFor('stays', met()), cold());
    expect(merged(both).into.account).toMatchObject({ status: 'WORKING', everMet: true });
    expect(notMerged(pair(filedFor('third'), cold())).code).toBe('LINK_CUT');
  });
});

describe('un-merge', () => {
  const both = () => pair(quarterly(), working());

  test('by a manager, or within a day by whoever merged', () => {
    const pairOfIs = merged(both(), {}, { by: 'is' });
    expect(unmerged(pairOfIs, { by: 'is' }).from.account.status).toBe('QUARTERLY_CHECK');
    expect(notUnmerged(pairOfIs, { by: 'is', now: '2026-07-02T03:00:00.001Z' }).code).toBe('UNDO_TOO_LATE');
    expect(notUnmerged(pairOfIs, { by: 'is2' }).code).toBe('UNDO_TOO_LATE');
    expect(unmerged(pairOfIs, { now: '2027-07-02T03:00:00.000Z' }).from.account.merged).toBeNull();
  });

  test('only of a merge; a link is cut', () => {
    expect(notUnmerged(both()).code).toBe('LINK_NONE');
    const cut = merged(both());
    const from = accepted(cut.from, { type: 'cutLink', reason: '別会社' }, { by: 'manager' });
    expect(from.account).toMatchObject({ merged: null, onFile: { successorId: null } });
    expect(notUnmerged({ ...cut, from }).code).toBe('LINK_NONE');
  });

  test('one half is not undone', () => {
    const { from, into } = merged(both());
    for (const life of [from, into])
      expect(attempt(life, { type: 'undo', version: life.account.version }, { by: 'manager' })).toMatchObject(
        { code: 'UNDO_LINKED' },
      );
  });

  test('what was added to the survivor since stays with it', () => {
    const after = merged(both());
    const into = accepted(accepted(after.into, { type: 'saveContact', contact: { name: '鈴木' } }), {
      type: 'setBant',
      bant: { authority: 'yes' },
    });
    const { account } = unmerged({ ...after, into }).into;
    expect(Object.values(account.contacts).map(({ name }) => name)).toEqual(['鈴木']);
    expect(account).toMatchObject({
      status: 'WORKING',
      everMet: false,
      bant: { authority: { value: 'yes' }, need: { value: 'unknown' } },
    });
  });

  test('a meeting since keeps the survivor met', () => {
    const after = merged(pair(quarterly(), quarterly()));
    const into = accepted(after.into, {
      type: 'logActivity',
      activity: { kind: 'meeting', date: TODAY, with: '部長' },
    });
    expect(unmerged({ ...after, into }).into.account).toMatchObject({
      everMet: true,
      nextCheck: { base: TODAY },
    });
  });

  test('a survivor that would be COLD and was met since is not put back', () => {
    const after = merged(pair(working(), cold()));
    const into = accepted(after.into, {
      type: 'logActivity',
      activity: { kind: 'meeting', date: TODAY, with: '部長' },
    });
    expect(notUnmerged({ ...after, into })).toMatchObject({ code: 'UNDO_BREAKS_RULE' });
  });

  test('an opportunity that was closed since refuses, and names it and who did it', () => {
    const after = merged(pair(active(), busyClient()));
    const [opportunityId = ''] = Object.keys(after.into.account.opportunities).filter((id) =>
      id.endsWith('@gone'),
    );
    const into = accepted(
      after.into,
      { type: 'closeOpportunity', closing: { opportunityId, outcome: 'lost', on: TODAY } },
      { by: 'fs' },
    );
    expect(notUnmerged({ ...after, into })).toMatchObject({
      code: 'UNMERGE_CHANGED',
      facts: {
        accountId: 'stays',
        changes: [
          {
            path: `opportunities.${opportunityId}`,
            what: 'Cloud',
            by: 'fs',
            byName: 'fs',
            command: 'closeOpportunity',
            version: into.account.version,
          },
        ],
      },
    });
  });

  test('so does a meeting that a manager has corrected', () => {
    const after = merged(pair(quarterly(), working()));
    const [activityId = ''] = Object.keys(after.into.account.activities).filter((id) => id.endsWith('@gone'));
    const correct: Command = { type: 'correctMeeting', activityId, reason: '別会社の商談でした' };
    const into = accepted(after.into, correct, { by: 'manager' });
    expect(notUnmerged({ ...after, into })).toMatchObject({
      code: 'UNMERGE_CHANGED',
      facts: { changes: expect.arrayContaining([expect.objectContaining({ command: 'correctMeeting' })]) },
    });
  });

  test('so does a status that was changed since', () => {
    const after = merged(both());
    const into = accepted(after.into, {
      type: 'changeStatus',
      to: 'WORKING',
      data: { ownerId: 'is', action: { kind: 'call', date: TODAY, with: '総務部' } },
    });
    const { facts } = notUnmerged({ ...after, into });
    expect(facts.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'status', command: 'changeStatus' })]),
    );
  });

  test('and what leans on a part that would go', () => {
    const after = merged(pair(quarterly(), quarterly()));
    const [contactId = ''] = Object.keys(after.into.account.contacts).filter((id) => id.endsWith('@gone'));
    const into = accepted(after.into, {
      type: 'logActivity',
      activity: { kind: 'call', date: TODAY, twoWay: true, contactId },
    });
    expect(notUnmerged({ ...after, into })).toMatchObject({
      code: 'UNMERGE_CHANGED',
      facts: { changes: [{ what: '山田', command: 'logActivity' }] },
    });
  });

  test('and a survivor that went into a third one', () => {
    const first = merged(pair(cold(), cold()));
    const second = merged({ from: first.into, into: as('third', cold()) });
    expect(notUnmerged({ from: first.from, into: second.from })).toMatchObject({
      code: 'UNMERGE_CHANGED',
      facts: { changes: [{ path: 'onFile', command: 'merge' }] },
    });
    const back = unmerged(second);
    expect(unmerged({ from: first.from, into: back.from }).from.account.status).toBe('COLD');
  });

  test('what was done to the one on file stays, unless it stands in the way', () => {
    const after = merged(both());
    const named = accepted(after.from, { type: 'saveContact', contact: { name: '鈴木' } });
    expect(Object.keys(unmerged({ ...after, from: named }).from.account.contacts)).toHaveLength(2);
  });

  test('two merged into one are taken apart in any order while nothing overlaps', () => {
    const stays = as('stays', met());
    const one = merged({ from: as('one', met()), into: stays });
    const two = merged({ from: as('two', met()), into: one.into });
    const firstBack = unmerged({ from: one.from, into: two.into });
    const secondBack = unmerged({ from: two.from, into: firstBack.into });
    expect(unversioned(secondBack.into)).toEqual(unversioned(stays));
  });

  test('a company that another merge has met stays met', () => {
    const imported = accepted(unregistered(), {
      type: 'import',
      row: { list: '展示会', details: { name: 'A' }, status: 'WORKING', met: true },
    });
    const stays = as('stays', working());
    const one = merged({ from: as('one', imported), into: stays });
    const two = merged({ from: as('two', imported), into: one.into });
    expect(unmerged({ from: one.from, into: two.into }).into.account.everMet).toBe(true);
  });

  test('it may be merged again', () => {
    const back = unmerged(merged(both()));
    expect(unversioned(merged(back).into)).toEqual(unversioned(merged(both()).into));
  });
});

test('a merge that closes what it brings is taken back with it', () => {
  const both = pair(active(), quarterly());
  const opportunityId = `${Object.keys(both.from.account.opportunities)[0]}@gone`;
  const data = { closing: [{ opportunityId, outcome: 'lost' as const, on: TODAY }] };
  const back = unmerged(merged(both, { survivorStatus: 'QUARTERLY_CHECK', data }));
  expect(unversioned(back.into)).toEqual(unversioned(both.into));
  expect(unversioned(back.from)).toEqual(unversioned(both.from));
});
