import type { Opportunity, ProductUse } from '../../../../functions/domain/account/account';
import type { ClosingInput, OpportunityDraft } from '../../../../functions/domain/account/command-inputs';
import { draftOf, MAX_PARTS } from '../../../../functions/domain/account/draft';
import { openOpportunity, settleOpportunity } from '../../../../functions/domain/account/opportunities';
import {
  aContext,
  aHandOverNote,
  anAccount,
  anOpportunity,
  anOpportunityInput,
  aProduct,
  aSettings,
  byId,
  TODAY,
} from '../../../builders';
import { changed, refusalOf } from './mutation-scene';

const having = (opportunities: Opportunity[], products: ProductUse[] = []) =>
  anAccount({ opportunities: byId(...opportunities), products: byId(...products) });

describe('opening', () => {
  const open = (over: OpportunityDraft = {}, context = aContext()) =>
    openOpportunity({ ...anOpportunityInput(), ...over }, context);

  test('a complete opportunity', () => {
    const { opportunities } = changed(having([]), open({ amount: 300_000 }));
    const handOver = { by: 'is', on: TODAY, fromId: null, note: null, acknowledgedOn: null };
    expect(Object.values(opportunities)).toEqual([
      anOpportunity({ id: 'o000002', amount: 300_000, handOver: { id: 'h000002', ...handOver } }),
    ]);
  });

  test('with what its owner expects of it', () => {
    const expected = { department: '営業部', expectedOn: '2026-10-01', amount: 1, probability: 30 };
    expect(Object.values(changed(having([]), open(expected)).opportunities)).toMatchObject([expected]);
    expect(Object.keys(changed(having([]), open({ department: '' })).opportunities.o000002 ?? {})).toEqual(
      expect.not.arrayContaining(['department', 'expectedOn', 'probability']),
    );
  });

  test.each<OpportunityDraft>([
    { product: ' ' },
    { fsOwnerId: '' },
    { since: '' },
    { handOverNote: { ...aHandOverNote, metWith: ' ' } },
    { handOverNote: { ...aHandOverNote, bant: '' } },
    { handOverNote: { ...aHandOverNote, nextStep: '\u3000' } },
    { handOverNote: {} },
  ])('one with %j is left to the guard, which says what is missing', (over) => {
    const draft = draftOf(having([]));
    expect(open(over)(draft)).toBe(draft);
  });

  test.each<[OpportunityDraft, string]>([
    [{ since: '2026-07-02' }, 'DATE_IN_FUTURE'],
    [{ fsOwnerId: 'nobody' }, 'MEMBER_UNKNOWN'],
    [{ fsOwnerId: 'left' }, 'MEMBER_UNKNOWN'],
    [{ fsOwnerId: 'is' }, 'FIELD_SALES_OWNER'],
    [{ fsOwnerId: 'viewer' }, 'FIELD_SALES_OWNER'],
    [{ product: 'Abacus' }, 'PRODUCT_NOT_OURS'],
    [{ expectedOn: '2026-06-30' }, 'EXPECTED_DATE'],
    [{ expectedOn: '2031-07-02' }, 'EXPECTED_DATE'],
    [{ follows: 'o9' }, 'OPPORTUNITY_UNKNOWN'],
    [{ follows: 'constructor' }, 'OPPORTUNITY_UNKNOWN'],
  ])('%j is refused: %s', (over, code) => {
    expect(refusalOf(having([]), open(over)).code).toBe(code);
  });

  test('a manager may own one', () => {
    const step = open({ fsOwnerId: 'manager' });
    expect(Object.values(changed(having([]), step).opportunities)).toMatchObject([{ fsOwnerId: 'manager' }]);
  });

  test('none before the settings name a product', () => {
    const context = aContext({ settings: aSettings({ products: [] }) });
    expect(refusalOf(having([]), open({}, context)).code).toBe('PRODUCTS_NOT_SET');
  });

  test('an account that is full takes no more', () => {
    const full = having(Array.from({ length: MAX_PARTS }, (_, n) => anOpportunity({ id: `o${n}` })));
    expect(refusalOf(full, open()).code).toBe('LIMIT_REACHED');
  });
});

describe('closing', () => {
  const close = (over: Partial<ClosingInput> = {}) =>
    settleOpportunity({ opportunityId: 'o1', outcome: 'won', on: TODAY, ...over }, aContext({ by: 'fs' }));
  const opened = anOpportunity({ id: 'o1', note: '見積済み' });

  test('says when and how; its note stays where no new one is given', () => {
    const input = { outcome: 'lost', on: '2026-06-30', lostReason: 'BUDGET' } as const;
    expect(changed(having([opened]), close(input)).opportunities.o1).toEqual({
      ...opened,
      state: 'lost',
      closedOn: '2026-06-30',
      lostReason: 'BUDGET',
    });
    expect(changed(having([opened]), close({ on: opened.since })).opportunities.o1?.closedOn).toBe(
      opened.since,
    );
    expect(changed(having([opened]), close({ note: '再見積' })).opportunities.o1?.note).toBe('再見積');
  });

  test.each<[Partial<ClosingInput>, string]>([
    [{ opportunityId: 'o9' }, 'OPPORTUNITY_UNKNOWN'],
    [{ opportunityId: 'o2' }, 'OPPORTUNITY_CLOSED'],
    [{ on: '2026-07-02' }, 'DATE_IN_FUTURE'],
    [{ on: '2026-03-01' }, 'DATES_REVERSED'],
    [{ outcome: 'lost', lostReason: 'constructor' }, 'CODE_UNKNOWN'],
    [{ outcome: 'won', lostReason: 'BUDGET' }, 'DATA_UNUSED'],
    [{ outcome: 'returned', lostReason: 'BUDGET' }, 'DATA_UNUSED'],
  ])('%j is refused: %s', (over, code) => {
    const account = having([opened, anOpportunity({ id: 'o2', state: 'lost', closedOn: TODAY })]);
    expect(refusalOf(account, close(over)).code).toBe(code);
  });

  /** The products afterwards, in short: ID, state, since when, who vouches for it. */
  const productsAfter = (outcome: ClosingInput['outcome'], ...uses: ProductUse[]) =>
    Object.values(changed(having([opened], uses), close({ outcome })).products).map(
      ({ id, state, since, confirmedBy }) => [id, state, since, confirmedBy],
    );

  test('won is evidence: the product is in use from then on, and the closer vouches for it', () => {
    const fromNow = ['live', TODAY, 'fs'];
    expect(productsAfter('won')).toEqual([['p000002', ...fromNow]]);
    for (const state of ['prospect', 'lost'] as const)
      expect(productsAfter('won', aProduct({ id: 'p1', state, since: null, reference: null }))).toEqual([
        ['p1', ...fromNow],
      ]);
  });

  test('won where the product is in use already: it stays, and what was not proved is', () => {
    expect(productsAfter('won', aProduct({ id: 'p1' }))).toEqual([['p1', 'live', '2026-03-02', null]]);
    expect(productsAfter('won', aProduct({ id: 'p1', since: null, reference: null }))).toEqual([
      ['p1', 'live', TODAY, 'fs'],
    ]);
  });

  test('won where its use has ended: bought anew, and the old use stays on record', () => {
    const ended = aProduct({ id: 'p1', state: 'ended', endsOn: TODAY, churnReason: '更新なし' });
    expect(productsAfter('won', ended)).toEqual([
      ['p1', 'ended', '2026-03-02', null],
      ['p000002', 'live', TODAY, 'fs'],
    ]);
  });

  test('lost stays on its product, unless that is in use; returned says nothing of the product', () => {
    expect(productsAfter('lost')).toEqual([['p000002', 'lost', null, null]]);
    expect(productsAfter('lost', aProduct({ id: 'p1' }))).toEqual([['p1', 'live', '2026-03-02', null]]);
    expect(productsAfter('returned')).toEqual([]);
  });

  test('another product is not touched', () => {
    expect(productsAfter('won', aProduct({ id: 'p1', product: 'Desk', state: 'prospect' }))).toEqual([
      ['p1', 'prospect', '2026-03-02', null],
      ['p000002', 'live', TODAY, 'fs'],
    ]);
  });
});
