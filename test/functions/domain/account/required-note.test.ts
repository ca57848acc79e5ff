import { refuseBlankNote } from '../../../../functions/domain/account/required-note';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { aContext } from '../../../builders';
import { active, badFit, codes, duplicate, type Life, missing, quarterly, refused } from '../account-lives';

test('a note says something', () => {
  expect(refuseBlankNote('窓口は総務部', aContext())).toBeNull();
  for (const note of ['', ' ', '\u3000\n'])
    expect(refuseBlankNote(note, aContext())?.code).toBe('NOTE_NEEDED');
});

const note = ' ';
test.each<[Life, Command]>([
  [quarterly(), { type: 'handOver', toId: 'is2', note }],
  [quarterly(), { type: 'handOverInsideSales', toId: 'is2', note }],
  [
    active(),
    {
      type: 'handOverOpportunity',
      opportunityId: Object.keys(active().account.opportunities)[0] ?? '',
      ...{ toId: 'fs2', note },
    },
  ],
  [badFit(), { type: 'approve', proposalId: badFit().account.proposal?.id ?? '', note }],
  [badFit(), { type: 'reject', proposalId: badFit().account.proposal?.id ?? '', note }],
  [badFit(), { type: 'reviewBadFit', to: 'BAD_FIT', note }],
  [duplicate(), { type: 'cutLink', reason: note }],
])('%#: nobody hands over, answers or cuts without a word', (life, command) => {
  const refusal = refused(life, command, { by: 'manager' });
  expect([codes(refusal), missing(refusal)]).toEqual([['NOTE_NEEDED'], ['note']]);
});
