import { accountForm } from '../../../../apps-script/windows/account/form-names';
import { missingKeys } from '../../../../apps-script/windows/kit/form-data';
import { aContact, anAccount } from '../../../builders';
import { anAccountView, aViewer } from '../window-scene';

const contacts = {
  c1: aContact({ id: 'c1', name: '山田' }),
  c2: aContact({ id: 'c2', name: '■■', state: 'erased' }),
};
const formOf = (id: string) =>
  accountForm(aViewer(), anAccountView(anAccount({ contacts })), { form: 'eraseContact', id });

test('a tick is asked for, and nothing else has to be typed', () => {
  const form = formOf('c1');
  expect(form?.title).toContain('山田');
  expect(missingKeys(form?.fields ?? [], {})).toEqual(['confirmed']);
  expect(form?.command({ confirmed: ['confirmed'] })).toEqual({ type: 'eraseContact', contactId: 'c1' });
});

test('other spellings are taken apart, and the reason goes along', () =>
  expect(formOf('c1')?.command({ spellings: 'やまだ、 Yamada,ヤマさん、', reason: '本人の依頼' })).toEqual({
    type: 'eraseContact',
    contactId: 'c1',
    spellings: ['やまだ', 'Yamada', 'ヤマさん'],
    reason: '本人の依頼',
  }));

test('who is gone is not erased again, and nobody unknown is', () =>
  expect([formOf('c2'), formOf('c9')]).toEqual([null, null]));
