import type { AccountRecord } from '../../../../functions/domain/account/account-record';
import { applyTransitionData } from '../../../../functions/domain/account/apply-transition-data';
import type { TransitionData } from '../../../../functions/domain/account/command-inputs';
import { dataOfTransition } from '../../../../functions/domain/account/data-uses';
import type { Draft } from '../../../../functions/domain/account/draft';
import type { GuardCode } from '../../../../functions/domain/status/guard-texts';
import type { Status } from '../../../../functions/domain/status/statuses';
import {
  aContact,
  aContext,
  anAccount,
  anOpportunity,
  anOpportunityInput,
  aProduct,
  byId,
  TODAY,
} from '../../../builders';
import { changed, refusalOf } from './mutation-scene';

/** Puts the data on the account as the change to that status does. */
const apply = (data: TransitionData, to: Status, guards: readonly GuardCode[]) => (draft: Draft) =>
  applyTransitionData(draft, data, { guards, uses: dataOfTransition(to, guards) }, aContext());

test('what the change has no use for is refused before anything is put on the account', () => {
  const data = { ownerId: 'is', lost: { reason: 'BUDGET' } };
  expect(refusalOf(anAccount(), apply(data, 'WORKING', ['OWNER'])).facts).toEqual({ unused: ['lost'] });
});

describe('a contact that has been made', () => {
  test.each<[TransitionData, string[]]>([
    [{ action: { kind: 'visit', date: TODAY, with: '総務部' } }, ['visit 総務部']],
    [{ meeting: { date: TODAY, with: '山田部長' } }, ['meeting 山田部長']],
    [{ action: { kind: 'visit', date: TODAY, contactId: 'c1' } }, ['visit 山田']],
    // Half filled in: the guard ACTION or MET says what is missing.
    [{ action: { kind: 'visit', date: TODAY } }, []],
    [{ action: { date: TODAY, with: '総務部' } }, []],
    [{ meeting: { with: '山田部長' } }, []],
    // Only tried: it stands in the history alone.
    [{ action: { kind: 'call', date: TODAY, with: '総務部' } }, []],
  ])('%j is logged as %j', (data, activities) => {
    const before = anAccount({ contacts: byId(aContact({ id: 'c1', name: '山田' })) });
    const after = changed(before, apply(data, 'WORKING', ['OWNER', 'ACTION']));
    expect(Object.values(after.activities).map((one) => `${one.kind} ${one.with}`)).toEqual(activities);
    expect(after.everMet).toBe(data.meeting?.date !== undefined);
  });
});

describe('opportunities and products', () => {
  const opportunity = anOpportunityInput({ since: TODAY });
  const product = { product: 'Cloud', since: TODAY, reference: 'PO-9' };

  test('are opened and taken into use only where a guard asks for them', () => {
    const opened = changed(anAccount(), apply({ opportunity }, 'ACTIVE_OPPORTUNITY', ['OPPORTUNITY']));
    expect(Object.values(opened.opportunities)).toMatchObject([{ state: 'open', since: TODAY }]);
    const client = changed(anAccount(), apply({ product }, 'CURRENT_CLIENT', ['EVIDENCE']));
    expect(Object.values(client.products)).toMatchObject([{ state: 'live', reference: 'PO-9' }]);
    // A step that uses them by itself.
    const uses = ['opportunity', 'product'] as const;
    const step = (draft: Draft) =>
      applyTransitionData(draft, { opportunity, product }, { guards: [], uses }, aContext());
    expect(changed(anAccount(), step)).toEqual(anAccount());
  });

  test.each([
    { since: TODAY },
    { since: TODAY, reference: ' ' },
    { reference: 'PO-9' },
    { since: null, reference: 'PO-9' },
  ])('evidence of %j alone is left to the guard', (part) => {
    const data = { product: { product: 'Cloud', ...part } };
    expect(changed(anAccount(), apply(data, 'CURRENT_CLIENT', ['EVIDENCE'])).products).toEqual({});
  });

  test('evidence of what a list has said proves that product, and makes no second one', () => {
    const listed = aProduct({ id: 'p1', since: null, reference: null, source: 'list:名簿' });
    const after = changed(
      anAccount({ products: byId(listed) }),
      apply({ product }, 'CURRENT_CLIENT', ['EVIDENCE']),
    );
    expect(after.products).toEqual({ p1: { ...listed, since: TODAY, reference: 'PO-9' } });
    const proved = aProduct({ id: 'p1' });
    const both = changed(
      anAccount({ products: byId(proved) }),
      apply({ product }, 'CURRENT_CLIENT', ['EVIDENCE']),
    );
    expect(Object.keys(both.products)).toHaveLength(2);
  });

  test('are closed and ended first: what is won is in use when the guards are asked', () => {
    const before = anAccount({
      opportunities: byId(anOpportunity({ id: 'o1' })),
      products: byId(aProduct({ id: 'p1', product: 'Desk' })),
    });
    const after = changed(
      before,
      apply(
        {
          closing: [{ opportunityId: 'o1', outcome: 'won', on: TODAY }],
          churn: [{ productId: 'p1', endsOn: TODAY, reason: '内製化' }],
        },
        'CURRENT_CLIENT',
        ['EVIDENCE'],
      ),
    );
    expect(Object.values(after.products).map(({ product: name, state }) => `${name} ${state}`)).toEqual([
      'Desk ended',
      'Cloud live',
    ]);
  });
});

describe('a need that is on record', () => {
  const needed: Partial<AccountRecord> = {
    latentNeed: '手作業が多い',
    bant: { ...anAccount().bant, need: { value: 'yes', on: '2026-03-02', by: 'fs' } },
  };
  const fit = {
    reason: 'SIZE',
    explicitNeed: 'none',
    latentNeed: 'none',
    products: ['Cloud', 'Desk'],
  } as const;
  const judged = (recordedNeed?: 'gone') =>
    changed(
      anAccount(needed),
      apply(
        { fit: { ...fit, products: [...fit.products], ...(recordedNeed && { recordedNeed }) } },
        'BAD_FIT',
        ['FIT'],
      ),
    );

  test('is gone once somebody has said so, and stays where nobody has', () => {
    expect(judged('gone')).toMatchObject({
      latentNeed: null,
      bant: { need: { value: 'no', on: TODAY, by: 'is' } },
    });
    expect(judged()).toMatchObject(needed);
  });

  test('is not gone where the same step tells it anew', () => {
    const judgedWith = (more: TransitionData) =>
      changed(
        anAccount(needed),
        apply({ fit: { ...fit, products: [...fit.products], recordedNeed: 'gone' }, ...more }, 'BAD_FIT', [
          'FIT',
        ]),
      );
    expect(judgedWith({ bant: { need: 'yes' } }).bant.need.value).toBe('yes');
    expect(judgedWith({ latentNeed: '紙の帳票' }).latentNeed).toBe('紙の帳票');
  });

  test('that nobody has agreed is not answered by it', () => {
    const { bant } = changed(
      anAccount({ latentNeed: '手作業' }),
      apply({ fit: { recordedNeed: 'gone' } }, 'BAD_FIT', ['FIT']),
    );
    expect(bant.need.value).toBe('unknown');
  });
});

test('a contact that is named is whom we keep in touch with, new or known', () => {
  const before = anAccount({ contacts: byId(aContact({ id: 'c1', name: '山田' })) });
  const awaited = (data: TransitionData) =>
    changed(before, apply(data, 'QUARTERLY_CHECK', ['NEED'])).awaitedContactId;
  expect(awaited({ contact: { name: '山田' } })).toBe('c1');
  expect(awaited({ contact: { name: '鈴木' } })).toBe('c000002');
  expect(awaited({ contact: { name: '鈴木' }, contactId: 'c1' })).toBe('c1');
  expect(awaited({ awaitedCondition: '来期' })).toBeNull();
});
