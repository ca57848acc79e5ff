import {
  activeOpportunityStanding,
  badFitStanding,
  coldStanding,
  currentClientStanding,
  deadOpportunityStanding,
  type Loss,
  type NextCheck,
  type OnFile,
  onFileStanding,
  quarterlyCheckStanding,
  type Standing,
  workingStanding,
} from '../../../../functions/domain/account/standing';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { aJudgement } from '../../../builders';

const since = '2026-03-02';
const nextCheck: NextCheck = { date: '2026-06-02', origin: 'cadence', base: since };
const lost: Loss = {
  on: since,
  reason: 'BUDGET',
  reasonText: null,
  revisitOn: null,
  revisitTrigger: '契約の更新',
};
const judged = aJudgement({ reviewedBy: null });
const filed: OnFile = { on: since, reason: 'LEGAL_HOLD', reasonText: null, successorId: null, from: 'COLD' };

const settled: readonly Standing[] = [
  coldStanding({ since }),
  workingStanding({ since }),
  activeOpportunityStanding({ since }),
  quarterlyCheckStanding({ since, nextCheck, awaitedCondition: '来期の予算' }),
  deadOpportunityStanding({ since, lost }),
  currentClientStanding({ since }),
  badFitStanding({ since, badFit: judged }),
  onFileStanding({ since, onFile: filed }),
];

test('every status has a constructor whose standing owes nothing', () => {
  expect(settled.map(({ status }) => status).sort()).toEqual([...STATUSES].sort());
  for (const standing of settled) expect(standing).toMatchObject({ since, owes: false, debts: [] });
});

test.each<[string, Standing]>([
  ['COLD', coldStanding({ since, debts: ['NOT_MET'] })],
  ['WORKING', workingStanding({ since, debts: ['OWNER'] })],
  ['ACTIVE_OPPORTUNITY', activeOpportunityStanding({ since, debts: ['OPPORTUNITY'] })],
  ['QUARTERLY_CHECK', quarterlyCheckStanding({ since, nextCheck, awaitedCondition: null, debts: ['NEED'] })],
  ['DEAD_OPPORTUNITY', deadOpportunityStanding({ since, lost: null, debts: ['LOST'] })],
  ['CURRENT_CLIENT', currentClientStanding({ since, debts: ['EVIDENCE'] })],
  ['BAD_FIT', badFitStanding({ since, badFit: null, debts: ['FIT'] })],
  ['ON_FILE', onFileStanding({ since, onFile: filed, debts: ['KEEP'] })],
])('%s with debts owes', (status, standing) => {
  expect(standing.status).toBe(status);
  expect(standing.owes).toBe(true);
  expect(standing.debts).toHaveLength(1);
});

test.each<[string, Standing]>([
  [
    'a check without a date',
    quarterlyCheckStanding({ since, nextCheck: null, awaitedCondition: '来期の予算' }),
  ],
  ['a check without a condition', quarterlyCheckStanding({ since, nextCheck, awaitedCondition: null })],
  ['a loss without its facts', deadOpportunityStanding({ since, lost: null })],
  ['a bad fit without its judgement', badFitStanding({ since, badFit: null })],
  ['a filing without its reason', onFileStanding({ since, onFile: null })],
])('%s owes before anybody has noted the debt', (_, standing) => {
  expect(standing).toMatchObject({ owes: true, debts: [] });
});

test('what is settled cannot lack what its status needs', () => {
  const standing = deadOpportunityStanding({ since, lost });
  // The type of `lost` depends on `owes`: this line compiles for a settled one only.
  const reason = standing.owes ? standing.lost?.reason : standing.lost.reason;
  expect(reason).toBe('BUDGET');
});

test('a check starts with no missed and no unanswered one, a filing with nothing merged', () => {
  expect(quarterlyCheckStanding({ since, nextCheck, awaitedCondition: '予算' })).toMatchObject({
    missedChecks: 0,
    unanswered: 0,
  });
  expect(badFitStanding({ since, badFit: judged })).toMatchObject({ onFile: null, merged: null });
  expect(onFileStanding({ since, onFile: filed })).toMatchObject({ merged: null });
});
