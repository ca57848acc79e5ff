/** A date that lies years away is asked about: the form grows by the tick, and sends it with the part that has the date. */

import { awaitedForm, handOverForm } from '../../../../apps-script/windows/account/account-forms';
import { logContactForm } from '../../../../apps-script/windows/account/log-contact-form';
import {
  contactForm,
  opportunityForm,
  productForm,
} from '../../../../apps-script/windows/account/part-forms';
import { recordCheckForm } from '../../../../apps-script/windows/account/record-check-form';
import type { CommandForm } from '../../../../apps-script/windows/kit/command-form';
import { type FormValues, fieldByKey } from '../../../../apps-script/windows/kit/form-data';
import { formTree, formValues } from '../../../../apps-script/windows/kit/shown-fields';
import type { Contact } from '../../../../functions/domain/account/account';
import { aContact, anAccount, aProduct, byId } from '../../../builders';
import { anAcceptance, anAccountView, aViewer } from '../window-scene';

const view = anAccountView(anAccount({ status: 'CURRENT_CLIENT', products: { p000001: aProduct() } }), 'is');

const sent = (
  plan: CommandForm,
  entered: Readonly<Record<string, string>>,
  tick: 'activity.confirmed' | 'opportunity.confirmed' | 'product.confirmed',
) => plan.command(formTree({ plan, entered: { ...entered, [tick]: true }, grown: [fieldByKey(tick)] }));

test('a contact, alone and with a check', () => {
  const entered = { result: 'noAnswer', 'activity.kind': 'call', 'activity.date': '1990-07-01' };
  for (const form of [logContactForm, recordCheckForm])
    expect(sent(form(aViewer(), view), entered, 'activity.confirmed')).toMatchObject({
      activity: { kind: 'call', date: '1990-07-01', confirmed: true },
    });
});

test('a check is with the person of whom the answer is awaited, unless another one is chosen', () => {
  const account = anAccount({
    status: 'QUARTERLY_CHECK',
    contacts: byId(aContact({ id: 'c000001' }), aContact({ id: 'c000002' })),
    awaitedContactId: 'c000002',
  });
  const plan = recordCheckForm(aViewer(), anAccountView(account, 'is'));
  const entered = { result: 'noAnswer' };
  expect(plan.command(formTree({ plan, entered, grown: [] }))).toMatchObject({
    activity: { contactId: 'c000002' },
  });
});

test('whoever has left is offered in no form: nobody can ask them', () => {
  const account = anAccount({
    status: 'QUARTERLY_CHECK',
    contacts: byId(aContact({ id: 'c000001', state: 'left' })),
    awaitedContactId: 'c000001',
  });
  const accountView = anAccountView(account, 'is');
  const values = [recordCheckForm(aViewer(), accountView), awaitedForm(aViewer(), accountView)].map((plan) =>
    formValues({ plan, entered: { result: 'stillWaiting' }, grown: [] }),
  );
  expect(JSON.stringify(values)).not.toContain('c000001');
});

test('a hand-over says which company it was, and whose it is now', () => {
  const account = anAccount({ name: '株式会社物語' });
  const plan = handOverForm(aViewer(), anAccountView(account, 'is'));
  const accepted = anAcceptance(account);
  expect(plan.sentence(accepted, formTree({ plan, entered: { toId: 'is2', note: '次' }, grown: [] }))).toBe(
    '「株式会社物語」を is2 さんへ引き継ぎました。',
  );
});

test('a day that the customer names goes with the contact, where a check runs', () => {
  const entered = { 'activity.kind': 'call', 'activity.twoWay': 'true', nextCheckDate: '2027-04-01' };
  const commandOn = (status: 'QUARTERLY_CHECK' | 'WORKING') => {
    const plan = logContactForm(aViewer(), anAccountView(anAccount({ status }), 'is'));
    return plan.command(formTree({ plan, entered, grown: [] }));
  };
  expect(commandOn('QUARTERLY_CHECK')).toMatchObject({
    activity: { twoWay: true },
    nextCheckDate: '2027-04-01',
  });
  expect(commandOn('WORKING')).not.toHaveProperty('nextCheckDate');
});

test('an opportunity', () => {
  const entered = { 'opportunity.since': '1990-07-01' };
  expect(sent(opportunityForm(aViewer(), view), entered, 'opportunity.confirmed')).toMatchObject({
    type: 'addOpportunity',
    opportunity: { since: '1990-07-01', confirmed: true },
  });
});

test('a product, whose decision has none of its data', () => {
  const entered = { 'product.product': 'Cloud', 'product.state': 'live', 'product.since': '1990-07-01' };
  const prospect = anAccountView(anAccount({ status: 'WORKING' }), 'is');
  expect(sent(productForm(aViewer(), view, null), entered, 'product.confirmed')).toEqual({
    type: 'saveProduct',
    product: {
      product: 'Cloud',
      state: 'live',
      since: '1990-07-01',
      endsOn: null,
      churnReason: null,
      reference: null,
      confirmedBy: null,
      confirmed: true,
    },
  });
  expect(sent(productForm(aViewer(), prospect, null), entered, 'product.confirmed')).toMatchObject({
    product: { since: '1990-07-01', confirmed: true },
    decision: { to: 'CURRENT_CLIENT', data: {} },
  });
});

test('an opportunity with what is expected of it', () => {
  const entered = {
    ...{ 'opportunity.department': '営業部', 'opportunity.expectedOn': '2026-10-01' },
    ...{ 'opportunity.amount': '1,500,000', 'opportunity.probability': '30' },
  };
  expect(
    opportunityForm(aViewer(), view).command(
      formTree({ plan: opportunityForm(aViewer(), view), entered, grown: [] }),
    ),
  ).toMatchObject({
    opportunity: { department: '営業部', expectedOn: '2026-10-01', amount: 1_500_000, probability: 30 },
  });
});

describe('a contact', () => {
  const known = aContact({ id: 'c1', title: '部長', doNotContact: true, daysBetween: 30 });
  const contacts = byId(known);
  const saved = (contact: Contact | null, typed: FormValues) => {
    const plan = contactForm(aViewer(), anAccountView(anAccount({ contacts })), contact);
    return plan.command(formTree({ plan, entered: { ...plan.values, ...typed }, grown: [] }));
  };

  test('that is new, with all that is known of it', () =>
    expect(
      saved(null, {
        ...{ 'contact.name': '阿部', 'contact.role': '決裁者', 'contact.state': 'left' },
        ...{ 'contact.doNotContact': true, 'contact.daysBetween': '90', 'contact.speaksWith': ['is'] },
      }),
    ).toEqual({
      type: 'saveContact',
      contact: {
        ...{ name: '阿部', department: null, title: null, email: null, phone: null, role: '決裁者' },
        ...{ state: 'left', doNotContact: true, daysBetween: 90, speaksWith: ['is'] },
      },
    }));

  test('that is known is sent with what differs, so that two people mend two things of it', () => {
    expect(saved(known, {})).toEqual({ type: 'saveContact', contact: { id: 'c1' } });
    expect(saved(known, { 'contact.doNotContact': false, 'contact.daysBetween': '' })).toEqual({
      type: 'saveContact',
      contact: { id: 'c1', doNotContact: false, daysBetween: null },
    });
  });
});
