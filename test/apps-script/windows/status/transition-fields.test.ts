import { opportunityForm } from '../../../../apps-script/windows/account/part-forms';
import { fieldsOfOffer } from '../../../../apps-script/windows/status/transition-fields';
import { aContact, anAccount, anActivity, byId } from '../../../builders';
import { anAccountView, aViewer } from '../window-scene';

const met = anAccount({
  status: 'WORKING',
  ownerId: 'is',
  contacts: byId(aContact({ id: 'c1', name: '佐藤 花子', department: null, title: null })),
  activities: byId(anActivity({ id: 'a1', kind: 'meeting', contactId: 'c1' })),
  bant: { ...anAccount().bant, need: { value: 'yes', on: '2026-06-01', by: 'is' } },
});
const view = anAccountView(met, 'is');

const note = (fields: readonly { key: string; suggestion: string | null }[]) =>
  Object.fromEntries(
    fields.flatMap(({ key, suggestion }) =>
      key.startsWith('opportunity.handOverNote.') ? [[key.split('.').pop(), suggestion]] : [],
    ),
  );
const offer = () => {
  const found = view.offers.find(({ to }) => to === 'ACTIVE_OPPORTUNITY');
  if (found === undefined) throw new Error('The move is not offered.');
  return found;
};

test('whoever passes an opportunity on is offered what the account says of people and BANT already', () => {
  const known = { metWith: '佐藤 花子', bant: '課題: あり', nextStep: null };
  expect(note(fieldsOfOffer(view, offer(), aViewer()))).toEqual(known);
  expect(note(opportunityForm(aViewer(), view).fields)).toEqual(known);
});

test('for several accounts nothing is offered that one of them has', () => {
  expect(note(fieldsOfOffer(view, offer(), null))).toEqual({ metWith: null, bant: null, nextStep: null });
});
