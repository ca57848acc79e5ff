import type { Command, CommandOf } from '../../../../functions/domain/commands/command-table';
import {
  accepted,
  active,
  closingOf,
  type Life,
  missing,
  opportunitiesOf,
  refused,
  twoOpen,
} from '../account-lives';

const edit = (life: Life, fields: Omit<CommandOf<'editOpportunity'>, 'type' | 'opportunityId'>): Command => ({
  ...{ type: 'editOpportunity', opportunityId: opportunitiesOf(life)[0] ?? '', ...fields },
});
const firstOf = ({ account }: Life) => Object.values(account.opportunities)[0];

test('its owner says what is expected; what is not said stays, and null takes it back', () => {
  const life = active();
  const said = accepted(life, edit(life, { expectedOn: '2026-09-30', probability: 60, amount: 1_200_000 }), {
    by: 'fs',
  });
  expect(firstOf(said)).toEqual({
    ...firstOf(life),
    ...{ expectedOn: '2026-09-30', probability: 60, amount: 1_200_000 },
  });
  const more = accepted(
    said,
    edit(said, { department: '情報システム部', nextStep: '見積の提出', probability: 0 }),
    {
      by: 'manager',
    },
  );
  expect(firstOf(more)).toMatchObject({
    ...{ department: '情報システム部', expectedOn: '2026-09-30', probability: 0 },
    handOverNote: { ...firstOf(life)?.handOverNote, nextStep: '見積の提出' },
  });
  const nothing = { department: null, expectedOn: null, amount: null, probability: null };
  const back = accepted(more, edit(more, { ...nothing, nextStep: '見積' }), { by: 'fs' });
  expect(firstOf(back)).toEqual(firstOf(life));
  expect(back.account.standing).toEqual(life.account.standing);
});

test('what stands there already is no change', () => {
  const life = accepted(active(), edit(active(), { probability: 60 }), { by: 'fs' });
  expect(accepted(life, edit(life, { probability: 60 }), { by: 'manager' })).toBe(life);
});

test.each([
  ['the day before', '2026-06-30', 'EXPECTED_DATE'],
  ['today', '2026-07-01', null],
  ['in five years', '2031-07-01', null],
  ['a day later', '2031-07-02', 'EXPECTED_DATE'],
])('expected %s', (_, expectedOn, code) => {
  const command = edit(active(), { expectedOn });
  if (code === null) expect(firstOf(accepted(active(), command, { by: 'fs' }))?.expectedOn).toBe(expectedOn);
  else
    expect(refused(active(), command, { by: 'fs' })).toMatchObject({ code, facts: { latest: '2031-07-01' } });
});

test('an open one has a next step', () => {
  const refusal = refused(active(), edit(active(), { nextStep: ' ' }), { by: 'fs' });
  expect([refusal.code, missing(refusal)]).toEqual([
    'NEXT_STEP_NEEDED',
    ['opportunity.handOverNote.nextStep'],
  ]);
});

test('only its owner or a manager, and only while it is open', () => {
  const command = edit(active(), { probability: 60 });
  for (const by of ['is', 'fs2', 'viewer'])
    expect(refused(active(), command, { by }).code).toBe('ROLE_NOT_ALLOWED');
  const [first = ''] = opportunitiesOf(twoOpen());
  const lost = accepted(twoOpen(), closingOf('lost', first), { by: 'fs' });
  expect(refused(lost, edit(lost, { amount: 1 }), { by: 'fs' }).code).toBe('OPPORTUNITY_CLOSED');
  const unknown: Command = { type: 'editOpportunity', opportunityId: 'o9', amount: 1 };
  expect(refused(active(), unknown, { by: 'fs' }).code).toBe('OPPORTUNITY_UNKNOWN');
});
