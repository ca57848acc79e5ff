import { moveOutlook } from '../../../../functions/domain/account/move-outlook';
import { offeredTransitions } from '../../../../functions/domain/account/offered-transitions';
import { GUARD_TEXTS } from '../../../../functions/domain/status/guard-texts';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { aContext } from '../../../builders';
import { client, cold, duplicate, type Life, met, quarterly, working } from '../account-lives';
import { bareLife, LEGAL_CELLS } from '../status/specification-cells';

const outlookOf = ({ account }: Life, to: Status) =>
  moveOutlook(account, aContext()).find((one) => one.to === to);

test.each(LEGAL_CELLS)('$name: open, or by approval, exactly where the account is offered it', (cell) => {
  const { account } = bareLife(cell);
  const offers = offeredTransitions(account, aContext());
  const outlook = moveOutlook(account, aContext());
  expect(outlook.map(({ to }) => to)).toEqual(STATUSES.filter((to) => to !== account.standing.status));
  for (const { to, state } of outlook) {
    const offer = offers.find((one) => one.to === to);
    expect([to, state]).toEqual([to, offer === undefined ? 'closed' : offer.approval ? 'approval' : 'open']);
  }
});

test('what is closed says why, and which status has to come first', () => {
  expect(outlookOf(cold(), 'QUARTERLY_CHECK')).toMatchObject({
    state: 'closed',
    words: { ja: 'コールドからは移れません。先にワーキングにして商談を記録してください。' },
  });
  expect(outlookOf(client(), 'COLD')).toEqual({
    to: 'COLD',
    state: 'closed',
    words: {
      ja: 'このステータスへは変更できません。先に「ワーキング」にすると、そこから変えられます。',
      en: 'The account may not change to this status. Possible from Working: change to that first.',
    },
  });
});

test('no way leads back to cold for an account that was met', () => {
  for (const life of [met(), quarterly()]) {
    const outlook = outlookOf(life, 'COLD');
    expect([outlook?.state, outlook?.words]).toEqual(['closed', GUARD_TEXTS.NOT_MET]);
  }
});

test('what is open says what it would take, and nothing that the account has already', () => {
  expect(outlookOf(working(), 'QUARTERLY_CHECK')?.words.ja).toContain(GUARD_TEXTS.MET.ja);
  expect(outlookOf(met(), 'QUARTERLY_CHECK')?.words.ja).not.toContain(GUARD_TEXTS.MET.ja);
  expect(outlookOf(quarterly(), 'BAD_FIT')).toMatchObject({ state: 'approval' });
});

test('a duplicate goes nowhere before its link is cut', () => {
  const states = moveOutlook(duplicate().account, aContext()).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['closed']));
});
