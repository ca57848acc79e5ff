/** From what a person entered to the data of a command: one row for each kind of field. */
import {
  alternativeTo,
  type FormField,
  type FormValues,
  fieldByKey,
  fieldFromNeed,
  followUpKeys,
  isSingleAccountField,
  mergeFields,
  missingKeys,
  valuesToTree,
} from '../../../../apps-script/windows/kit/form-data';
import type { FieldKey } from '../../../../functions/domain/account/input-field-texts';
import { INPUT_FIELDS, requiredField } from '../../../../functions/domain/account/input-fields';
import { aSettings, TODAY } from '../../../builders';

const contacts = [
  { id: 'c1', name: '山田 太郎' },
  { id: 'c2', name: '佐々木' },
];
const entered = (keys: readonly FieldKey[], values: FormValues): unknown =>
  valuesToTree(
    keys.map((key) => fieldByKey(key)),
    values,
    contacts,
  );

describe('what was entered becomes data', () => {
  it.each<[string, FieldKey, FormValues[string], unknown]>([
    ['a text', 'awaitedCondition', ' 予算が付く ', { awaitedCondition: '予算が付く' }],
    ['a text of one line', 'action.with', '総務部\t山本\n様', { action: { with: '総務部 山本 様' } }],
    ['words of several lines', 'reason', '一行目\r\n二行目', { reason: '一行目\n二行目' }],
    ['control characters', 'latentNeed', '見え\u0000ない\u0007', { latentNeed: '見えない' }],
    ['half a character', 'latentNeed', '半分\ud842', { latentNeed: '半分' }],
    ['nothing', 'awaitedCondition', '  ', {}],
    ['a date', 'lost.on', '2026-06-30', { lost: { on: '2026-06-30' } }],
    ['a choice', 'bant.need', 'yes', { bant: { need: 'yes' } }],
    ['a member', 'opportunity.fsOwnerId', 'fs', { opportunity: { fsOwnerId: 'fs' } }],
    [
      'a key of three parts',
      'opportunity.handOverNote.nextStep',
      '見積',
      { opportunity: { handOverNote: { nextStep: '見積' } } },
    ],
    ['a known contact', 'contactId', 'c1', { contactId: 'c1' }],
    ['a known contact by name', 'contactId', '山田太郎', { contactId: 'c1' }],
    ['a new contact', 'contactId', '新しい人', { contact: { name: '新しい人' } }],
    ['no contact', 'contactId', '', {}],
    ['a person who is a contact', 'action.with', '佐々木', { action: { with: '佐々木', contactId: 'c2' } }],
    ['another account', 'onFile.successorId', 'a2', { onFile: { successorId: 'a2' } }],
    ['a tick', 'action.twoWay', true, { action: { twoWay: true } }],
    ['no tick', 'action.twoWay', false, { action: { twoWay: false } }],
    ['products', 'fit.products', ['Cloud', 'Desk'], { fit: { products: ['Cloud', 'Desk'] } }],
    ['no products', 'fit.products', [], {}],
    [
      'closings',
      'closing',
      [
        { opportunityId: 'o1', outcome: 'won', on: TODAY, lostReason: 'BUDGET', note: '' },
        { opportunityId: 'o2', outcome: 'lost', on: TODAY, lostReason: 'BUDGET', note: ' 高い ' },
        { opportunityId: 'o3', outcome: '', on: TODAY, lostReason: '', note: '' },
      ],
      {
        closing: [
          { opportunityId: 'o1', outcome: 'won', on: TODAY },
          { opportunityId: 'o2', outcome: 'lost', on: TODAY, lostReason: 'BUDGET', note: '高い' },
        ],
      },
    ],
    [
      'an opportunity that goes on at the successor',
      'closing',
      [{ opportunityId: 'o1', outcome: 'successor', on: TODAY, lostReason: '', note: '' }],
      { onFile: { opportunities: 'successor' } },
    ],
    [
      'churns, half of one left out',
      'churn',
      [
        { productId: 'p1', endsOn: '2026-06-30', reason: '統合' },
        { productId: 'p2', endsOn: '2026-06-30', reason: ' ' },
      ],
      { churn: [{ productId: 'p1', endsOn: '2026-06-30', reason: '統合' }] },
    ],
    [
      'a churn whose date was looked at again',
      'churn',
      [
        { productId: 'p1', endsOn: '1990-06-30', reason: '統合', confirmed: 'true' },
        { productId: 'p2', endsOn: '2026-06-30', reason: '統合', confirmed: '' },
      ],
      {
        churn: [
          { productId: 'p1', endsOn: '1990-06-30', reason: '統合', confirmed: true },
          { productId: 'p2', endsOn: '2026-06-30', reason: '統合' },
        ],
      },
    ],
    ['a note', 'note', 'お願いします', { note: 'お願いします' }],
  ])('%s', (_, key, value, expected) => expect(entered([key], { [key]: value })).toEqual(expected));

  it('nests several keys into one', () =>
    expect(
      entered(['lost.on', 'lost.reason', 'onFile.reason', 'closing'], {
        'lost.on': TODAY,
        'lost.reason': 'BUDGET',
        'onFile.reason': 'MERGED',
        closing: [{ opportunityId: 'o1', outcome: 'successor', on: TODAY }],
      }),
    ).toEqual({
      lost: { on: TODAY, reason: 'BUDGET' },
      onFile: { reason: 'MERGED', opportunities: 'successor' },
    }));

  it('makes a number of an amount', () => {
    const amount: FormField = { ...fieldByKey('reason'), key: 'opportunity.amount', kind: 'amount' };
    expect(valuesToTree([amount], { 'opportunity.amount': '1500000' })).toEqual({
      opportunity: { amount: 1_500_000 },
    });
  });
});

describe('what is still empty', () => {
  const missing = (keys: readonly FieldKey[], values: FormValues): string[] =>
    missingKeys(
      keys.map((key) => fieldByKey(key)),
      values,
    );
  it.each<[string, FieldKey[], FormValues, string[]]>([
    ['a text', ['awaitedCondition'], { awaitedCondition: ' ' }, ['awaitedCondition']],
    ['a date that is computed', ['nextCheckDate'], { nextCheckDate: '' }, []],
    ['a tick', ['action.twoWay'], { 'action.twoWay': false }, []],
    [
      'both of a pair',
      ['lost.revisitOn', 'lost.revisitTrigger'],
      { 'lost.revisitOn': '', 'lost.revisitTrigger': '' },
      ['lost.revisitOn', 'lost.revisitTrigger'],
    ],
    [
      'one of a pair',
      ['product.reference', 'product.confirmedBy'],
      { 'product.reference': '', 'product.confirmedBy': 'is' },
      [],
    ],
    [
      'an end, where the products are moved',
      ['onFile.products', 'churn'],
      { 'onFile.products': 'successor', churn: [{ productId: 'p1', endsOn: '', reason: '' }] },
      [],
    ],
    ['a closing', ['closing'], { closing: [{ opportunityId: 'o1', outcome: '', on: TODAY }] }, ['closing']],
    ['nothing', ['closing'], { closing: [{ opportunityId: 'o1', outcome: 'won', on: TODAY }] }, []],
  ])('%s', (_, keys, values, expected) => expect(missing(keys, values)).toEqual(expected));

  it('a pair is a pair from both sides', () => {
    for (const key of Object.keys(INPUT_FIELDS)) {
      const partner = alternativeTo(key);
      if (partner !== null) expect(alternativeTo(partner)).toBe(key);
    }
  });
});

describe('fields that an answer makes necessary', () => {
  it.each<[FormValues, FieldKey[]]>([
    [{}, []],
    [{ 'lost.reason': 'OTHER' }, ['lost.reasonText']],
    [{ 'fit.reason': 'OTHER' }, ['fit.reasonText']],
    [{ 'onFile.reason': 'OTHER' }, ['onFile.reasonText']],
    [{ 'onFile.reason': 'DUPLICATE' }, ['onFile.successorId']],
    [{ 'onFile.reason': 'LEGAL_HOLD' }, []],
    [{ 'onFile.products': 'successor' }, ['onFile.successorId']],
    [{ closing: [{ opportunityId: 'o1', outcome: 'successor', on: TODAY }] }, ['onFile.successorId']],
  ])('%j', (values, expected) => expect(followUpKeys(values)).toEqual(expected));
});

it('says which fields only one account can be asked', () =>
  expect(
    (Object.keys(INPUT_FIELDS) as FieldKey[]).filter((key) => isSingleAccountField(fieldByKey(key))),
  ).toEqual(['closing', 'contactId', 'churn', 'onFile.successorId']));

it('offers no date for the next check but says which it would be', () => {
  const field = fieldFromNeed(requiredField('nextCheckDate', aSettings(), '2026-09-24'));
  expect(field).toMatchObject({ suggestion: null, optional: true });
  expect(field.hint?.en).toContain('2026-09-24');
});

it('asks each field once', () =>
  expect(
    mergeFields([[fieldByKey('reason'), fieldByKey('ownerId')], [fieldByKey('ownerId')]]).map(
      ({ key }) => key,
    ),
  ).toEqual(['reason', 'ownerId']));
