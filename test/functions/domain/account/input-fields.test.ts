import { INPUT_FIELD_LABELS } from '../../../../functions/domain/account/input-field-texts';
import { INPUT_FIELDS, requiredField } from '../../../../functions/domain/account/input-fields';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { aSettings } from '../../../builders';

const ours = { ja: '与信待ち', en: 'Credit check' };
const settings = aSettings({
  lostReasons: { CREDIT: ours },
  badFitReasons: { CREDIT: ours },
  onFileReasons: { CREDIT: ours },
});
const valuesOf = (key: Parameters<typeof requiredField>[0]) =>
  requiredField(key, settings).choices.map(({ value }) => value);

test.each(keysOf(INPUT_FIELDS))('%s has its label, and choices where it is one', (key) => {
  const field = requiredField(key, settings);
  expect(field).toMatchObject({ key, label: INPUT_FIELD_LABELS[key], suggestion: null });
  expect(field.choices.length > 0).toBe(field.kind === 'choice' || field.kind === 'products');
  for (const { ja, en } of field.choices.map(({ label }) => label))
    expect([ja === '', en === '']).toEqual([false, false]);
});

test('a team’s own products and reasons are among the choices', () => {
  for (const key of ['opportunity.product', 'product.product', 'fit.products'] as const)
    expect(valuesOf(key)).toEqual(['Cloud', 'Desk']);
  for (const key of ['lost.reason', 'fit.reason', 'onFile.reason'] as const) {
    expect(valuesOf(key)).toContain('OTHER');
    expect(requiredField(key, settings).choices.at(-1)).toEqual({ value: 'CREDIT', label: ours });
  }
});

test('the choices of the rules', () => {
  expect(valuesOf('decision.to')).toEqual(STATUSES);
  expect(valuesOf('bant.need')).toEqual(['yes', 'no', 'unclear', 'unknown']);
  expect(valuesOf('action.kind')).toEqual(['meeting', 'call', 'mail', 'visit', 'note']);
  expect([valuesOf('fit.explicitNeed'), valuesOf('fit.latentNeed')]).toEqual([['none'], ['none']]);
});

test('what the form may offer first', () => {
  expect(requiredField('nextCheckDate', settings, '2026-10-01').suggestion).toBe('2026-10-01');
});
