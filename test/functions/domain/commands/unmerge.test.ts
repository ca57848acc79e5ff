import type { Account } from '../../../../functions/domain/account/account';
import { toRecord } from '../../../../functions/domain/account/account-record';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import {
  accepted,
  active,
  attempt,
  busyClient,
  cold,
  type Life,
  met,
  quarterly,
  unregistered,
  working,
} from '../account-lives';
import { as, merged, notUnmerged, pair, unmerged } from './merge-scene';

const unversioned = ({ account }: Life): Account => ({ ...account, version: 0 });

describe('un-merge', () => {
  const both = () => pair(quarterly(), working());

  test('by a manager, or within a day by whoever merged', () => {
    const pairOfIs = merged(both(), {}, { by: 'is' });
    expect(unmerged(pairOfIs, { by: 'is' }).from.account.standing.status).toBe('QUARTERLY_CHECK');
    expect(notUnmerged(pairOfIs, { by: 'is', now: '2026-07-02T03:00:00.001Z' }).code).toBe('UNDO_TOO_LATE');
    expect(notUnmerged(pairOfIs, { by: 'is2' }).code).toBe('UNDO_TOO_LATE');
    expect(toRecord(unmerged(pairOfIs, { now: '2027-07-02T03:00:00.000Z' }).from.account).merged).toBeNull();
  });

  test('only of a merge; a link is cut', () => {
    expect(notUnmerged(both()).code).toBe('LINK_NONE');
    const cut = merged(both());
    const from = accepted(cut.from, { type: 'cutLink', reason: '別会社' }, { by: 'manager' });
    expect(toRecord(from.account)).toMatchObject({ merged: null, onFile: { successorId: null } });
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
    expect(toRecord(account)).toMatchObject({
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
    expect(toRecord(unmerged({ ...after, into }).into.account)).toMatchObject({
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
    expect(notUnmerged({ ...after, into })).toMatchObject({
      facts: {
        changes: expect.arrayContaining([
          expect.objectContaining({ path: 'status', command: 'changeStatus' }),
        ]),
      },
    });
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
    expect(unmerged({ from: first.from, into: back.from }).from.account.standing.status).toBe('COLD');
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
