import { legalMoves, offeredTransitions } from '../../../../functions/domain/account/offered-transitions';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { aContext, TODAY } from '../../../builders';
import { accepted, attempt, duplicate, refused } from '../account-lives';
import { bareLife, LEGAL_CELLS, readyLife } from '../status/specification-cells';

describe('what is legal now', () => {
  test.each(STATUSES)('%s: the moves of its row that data can make', (status) => {
    const { account } = readyLife({ name: '', from: status, to: 'WORKING', sign: '', guards: [] });
    const row = LEGAL_CELLS.filter(({ from, guards }) => from === status && !guards.includes('WAS_QUARTERLY'))
      .filter(({ guards }) => !(guards.includes('NOT_MET') && account.everMet))
      .map(({ to }) => to);
    expect(legalMoves(account, aContext())).toEqual(row);
  });

  test('a duplicate has none before its link is cut', () => {
    const life = duplicate();
    expect(legalMoves(life.account, aContext())).toEqual([]);
    const cut = accepted(life, { type: 'cutLink', reason: '別会社と判明' }, { by: 'manager' });
    expect(legalMoves(cut.account, aContext())).toContain('COLD');
  });

  test.each(LEGAL_CELLS.filter(({ sign }) => sign !== 'M'))(
    '$name: the form asks what the refusal asks',
    (cell) => {
      const life = bareLife(cell);
      const offer = offeredTransitions(life.account, aContext()).find(({ to }) => to === cell.to);
      const result = attempt(life, { type: 'changeStatus', to: cell.to });
      if ('reasons' in result && offer !== undefined)
        expect(offer.asks.map(({ key }) => key)).toEqual(
          expect.arrayContaining(result.missing.map(({ key }) => key)),
        );
      expect(offer === undefined).toBe(
        cell.guards.includes('LINK_CUT') || (cell.guards.includes('NOT_MET') && life.account.everMet),
      );
    },
  );

  test('where no data can help, nothing is asked for', () => {
    const life = readyLife({ name: '', from: 'WORKING', to: 'COLD', sign: '', guards: [] });
    const met = accepted(life, { type: 'logActivity', activity: { kind: 'meeting', date: TODAY } });
    const { reasons, missing, legal } = refused(met, { type: 'changeStatus', to: 'COLD' });
    expect([reasons.map(({ code }) => code), missing]).toEqual([['NOT_MET', 'REASON'], []]);
    expect(legal).not.toContain('COLD');
  });
});
