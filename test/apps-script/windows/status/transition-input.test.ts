/** From what was entered for a change of status to its command. */
import { type FormValues, fieldFromNeed, valuesToTree } from '../../../../apps-script/windows/kit/form-data';
import {
  statusChangeCommand,
  transitionParts,
} from '../../../../apps-script/windows/status/transition-input';
import { offeredTransitions } from '../../../../functions/domain/account/offered-transitions';
import { decide } from '../../../../functions/domain/commands/decide';
import { MATRIX } from '../../../../functions/domain/status/matrix';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { aContext, anAccount, TODAY } from '../../../builders';

it('takes what is no data of a move out of it', () =>
  expect(transitionParts({ note: 'よろしく', decision: { to: 'WORKING' }, reason: '五文字以上' })).toEqual({
    note: 'よろしく',
    to: 'WORKING',
    data: { reason: '五文字以上' },
  }));

describe('a move is sent as what the matrix makes of it', () => {
  const legal = STATUSES.flatMap((from) =>
    STATUSES.filter((to) => !['X', '-'].includes(MATRIX[from][to])).map((to) => [from, to] as const),
  );
  it.each(legal)('%s to %s', (from, to) => {
    const approval = MATRIX[from][to] === 'M';
    const restored = from === 'BAD_FIT' || from === 'ON_FILE';
    const { type } = statusChangeCommand(from, { to, approval }, {});
    expect(type).toBe(approval ? (restored ? 'restore' : 'propose') : 'changeStatus');
  });

  it('a note goes with a proposal and nowhere else', () => {
    const tree = { note: '見てください' };
    expect(statusChangeCommand('DEAD_OPPORTUNITY', { to: 'BAD_FIT', approval: true }, tree)).toEqual({
      type: 'propose',
      to: 'BAD_FIT',
      data: {},
      note: '見てください',
    });
    expect(statusChangeCommand('COLD', { to: 'BAD_FIT', approval: false }, tree)).toEqual({
      type: 'changeStatus',
      to: 'BAD_FIT',
      data: {},
    });
  });
});

it('fills in every offer of an account so that the functions accept the move', () => {
  const account = anAccount({ status: 'COLD' });
  const context = aContext();
  const answers: FormValues = {
    ownerId: 'is',
    'action.kind': 'call',
    'action.date': TODAY,
    'action.with': '総務部',
    'opportunity.product': 'Cloud',
    'opportunity.fsOwnerId': 'fs',
    'opportunity.since': TODAY,
    'opportunity.handOverNote.metWith': '部長',
    'opportunity.handOverNote.bant': '予算あり',
    'opportunity.handOverNote.nextStep': '見積',
    'product.product': 'Cloud',
    'product.since': TODAY,
    'product.reference': 'N-1',
    'fit.reason': 'SIZE',
    'fit.explicitNeed': 'none',
    'fit.latentNeed': 'none',
    'fit.products': ['Cloud', 'Desk'],
    'onFile.reason': 'LEGAL_HOLD',
  };
  for (const offer of offeredTransitions(account, context)) {
    const command = statusChangeCommand('COLD', offer, valuesToTree(offer.asks.map(fieldFromNeed), answers));
    const verdict = decide(account, command, context);
    expect('refusal' in verdict ? [offer.to, verdict.refusal] : null).toBeNull();
  }
});
