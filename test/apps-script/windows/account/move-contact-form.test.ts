import { accountForm } from '../../../../apps-script/windows/account/form-names';
import { missingKeys } from '../../../../apps-script/windows/kit/form-data';
import { aContact, anAccount } from '../../../builders';
import { anAccountView, aViewer } from '../window-scene';

const formOf = (id: string) =>
  accountForm(
    aViewer(),
    anAccountView(
      anAccount({
        contacts: {
          c1: aContact({ id: 'c1', name: '山田' }),
          c2: aContact({ id: 'c2', name: '■■', state: 'erased' }),
        },
      }),
    ),
    { form: 'moveContact', id },
  );

test('the company is asked for; what is known of the person there may follow', () => {
  const form = formOf('c1');
  expect(form?.title).toContain('山田');
  expect(missingKeys(form?.fields ?? [], {})).toEqual(['toId']);
  expect(form?.command({ toId: 'a_2', title: '部長' })).toEqual({
    ...{ type: 'moveContact', contactId: 'c1', toId: 'a_2', title: '部長' },
  });
});

test('nobody who is gone or unknown changes jobs', () =>
  expect([formOf('c2'), formOf('c9')]).toEqual([null, null]));
