/** A date that lies years away is asked about: the form grows by the tick, and sends it with the part that has the date. */

import { logContactForm } from '../../../../apps-script/windows/account/log-contact-form';
import { closeForm, opportunityForm, productForm } from '../../../../apps-script/windows/account/part-forms';
import { recordCheckForm } from '../../../../apps-script/windows/account/record-check-form';
import type { CommandForm } from '../../../../apps-script/windows/kit/command-form';
import { fieldByKey } from '../../../../apps-script/windows/kit/form-data';
import { formTree, formValues } from '../../../../apps-script/windows/kit/shown-fields';
import { anAccount, anOpportunity, aProduct } from '../../../builders';
import { anAccountView, aViewer } from '../window-scene';

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

test('a won opportunity makes a client, a lost one proposes nothing', () => {
  const account = anAccount({
    status: 'ACTIVE_OPPORTUNITY',
    opportunities: { o000001: anOpportunity({ id: 'o000001' }) },
  });
  const plan = closeForm(aViewer(), anAccountView(account, 'fs'), anOpportunity({ id: 'o000001' }));
  const decisionAfter = (outcome: string) =>
    formValues({ plan, entered: { 'close.outcome': outcome }, grown: [] })['decision.to'];
  expect([decisionAfter('won'), decisionAfter('lost')]).toEqual(['CURRENT_CLIENT', '']);
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
