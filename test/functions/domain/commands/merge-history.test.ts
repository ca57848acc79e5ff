import type { HistoryEntry } from '../../../../functions/domain/account/history';
import {
  aroundMerge,
  breaksRules,
  laterChangeOf,
  mergeAndLater,
  refuseLaterChanges,
} from '../../../../functions/domain/commands/merge-history';
import { aContext, MEMBERS, theMember } from '../../../builders';
import { accepted, active, cold, met, quarterly, working } from '../account-lives';
import { merged, pair } from './merge-scene';

/** A survivor that was merged into, and then renamed twice and answered once. */
const both = merged(pair(quarterly(), working()));
const renamed = accepted(both.into, { type: 'editDetails', details: { kana: 'ア' } });
const answered = accepted(renamed, { type: 'setBant', bant: { timing: 'no' } }, { by: 'fs' });
const life = accepted(answered, { type: 'editDetails', details: { kana: 'イ' } }, { by: 'is2' });
const { version } = both.into.account;
const entry = life.history.find((one) => one.version === version) as HistoryEntry;
const later = life.history.filter((one) => one.version > version);
const context = aContext({ history: life.history });

test('the merge is found with all that came after it, where the history reaches from there to now', () => {
  expect(mergeAndLater(life.account, version, context)).toEqual({ entry, later });
  expect(mergeAndLater(both.into.account, version, aContext({ history: both.into.history }))).toEqual({
    entry,
    later: [],
  });
  for (const history of [
    life.history.filter((one) => one.version !== version),
    life.history.slice(0, -1),
    [],
  ])
    expect(mergeAndLater(life.account, version, aContext({ history }))).toBeNull();
});

test('around the merge, what has happened since is taken off', () => {
  const { before, after } = aroundMerge(life.account, entry, later);
  expect({ ...after, version }).toEqual(both.into.account);
  expect({ ...before, version: 0 }).toEqual({ ...pair(quarterly(), working()).into.account, version: 0 });
});

test('the last entry that changed it says who did it; what a part is called is said, too', () => {
  expect(laterChangeOf('kana', life.account, later, context)).toEqual({
    path: 'kana',
    what: null,
    version: version + 3,
    at: context.now,
    on: context.today,
    by: 'is2',
    byName: 'is2',
    command: 'editDetails',
  });
  expect(laterChangeOf('bant.timing', life.account, later, context)).toMatchObject({
    by: 'fs',
    command: 'setBant',
  });
  const [contactId = ''] = Object.keys(life.account.contacts);
  expect(laterChangeOf(`contacts.${contactId}`, life.account, later, context).what).toBe('山田');
  const [opportunityId = ''] = Object.keys(active().account.opportunities);
  expect(laterChangeOf(`opportunities.${opportunityId}`, active().account, [], context)).toMatchObject({
    what: 'Cloud',
    by: '',
  });
});

test('somebody whom the team does not know has no name', () => {
  const { is2: _, ...others } = MEMBERS;
  const strangers = aContext({ members: others, actor: theMember('is') });
  expect(laterChangeOf('kana', life.account, later, strangers).byName).toBeNull();
});

test('all of them are named in the refusal', () => {
  const changes = ['kana', 'bant.timing'].map((path) => laterChangeOf(path, life.account, later, context));
  expect(refuseLaterChanges('stays', changes)).toMatchObject({
    code: 'UNMERGE_CHANGED',
    facts: { accountId: 'stays', changes: [{ path: 'kana' }, { path: 'bant.timing' }] },
  });
});

test('what comes back as it was obeys the rules as it did; otherwise it is asked', () => {
  // COLD as it was before: but now somebody has met the company.
  expect(breaksRules(cold().account, cold().account, met().account, context)).toBe(false);
  expect(breaksRules({ ...cold().account, kana: 'カナ' }, cold().account, met().account, context)).toBe(
    false,
  );
  const answeredMeanwhile = { ...cold().account, bant: answered.account.bant };
  expect(breaksRules(answeredMeanwhile, cold().account, cold().account, context)).toBe(false);
  const metMeanwhile = { ...cold().account, everMet: true };
  expect(breaksRules(metMeanwhile, cold().account, met().account, context)).toBe(true);
});
