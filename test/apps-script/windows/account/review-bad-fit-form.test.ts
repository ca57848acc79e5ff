import { accountForm } from '../../../../apps-script/windows/account/form-names';
import { fieldFromNeed } from '../../../../apps-script/windows/kit/form-data';

import { aSettings, TODAY } from '../../../builders';
import { attempt, badFit, cold, DATA, reviewed } from '../../../functions/domain/account-lives';
import { anAccountView, aViewer } from '../window-scene';

const life = reviewed(badFit());
const formFor = (by: string) => {
  const form = accountForm(aViewer(), anAccountView(life.account, by), { form: 'reviewBadFit' });
  if (form === null) throw new Error('no form');
  return form;
};
const outcomesFor = (by: string) => formFor(by).fields[0]?.choices.map(({ value }) => value);
const keysOf = (outcome: string) =>
  formFor('manager')
    .more({ outcome })
    .map(({ key }) => key);

test('first what comes of it: whom a sample goes to is a manager’s choice', () => {
  const statuses = ['COLD', 'WORKING', 'DEAD_OPPORTUNITY', 'CURRENT_CLIENT', 'ON_FILE'];
  expect(outcomesFor('manager')).toEqual(['keep', 'rejudge', ...statuses]);
  expect(outcomesFor('is')).toEqual(['keep', ...statuses]);
});

test('then what that asks for, and a note', () => {
  expect(formFor('manager').more({})).toEqual([]);
  expect(keysOf('keep')).toEqual(['note']);
  expect(keysOf('rejudge')).toEqual(['judgeId', 'note']);
  expect(keysOf('WORKING')).toEqual(
    expect.arrayContaining(['ownerId', 'action.kind', 'action.date', 'action.with', 'note']),
  );
  expect(keysOf('ON_FILE')).not.toContain('reason');
});

test('what is sent is accepted, and where a product was added the form is asked for the rest', () => {
  const note = '見直しました';
  const sent = (tree: object) => formFor('manager').command({ note, ...tree });
  expect(sent({ outcome: 'keep' })).toEqual({ type: 'reviewBadFit', to: 'BAD_FIT', note });
  expect(sent({ outcome: 'rejudge', judgeId: 'fs' })).toEqual({
    ...{ type: 'reviewBadFit', to: 'BAD_FIT', judgeId: 'fs', note },
  });
  const onFile = DATA.KEEP(cold().account, TODAY);
  expect(sent({ outcome: 'ON_FILE', ...onFile })).toEqual({
    ...{ type: 'reviewBadFit', to: 'ON_FILE', data: onFile, note },
  });
  const settings = aSettings({ products: ['Cloud', 'Desk', 'Phone'] });
  const command = { type: 'reviewBadFit', to: 'BAD_FIT', note } as const;
  const refusal = attempt(life, command, { by: 'manager', settings });
  if (!('missing' in refusal)) throw new Error('accepted');
  const grown = refusal.missing.map(fieldFromNeed);
  expect(grown.map(({ key, kind }) => [key, kind])).toEqual([
    ['fit.explicitNeed', 'choice'],
    ['fit.latentNeed', 'choice'],
    ['fit.products', 'products'],
  ]);
});
