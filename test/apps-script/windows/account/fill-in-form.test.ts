/** What an account lacks is filled in: a day that nobody gives is not made up. */
import { fillInForm } from '../../../../apps-script/windows/account/account-forms';
import type { TransitionField } from '../../../../apps-script/windows/status/transition-fields';
import { requiredField } from '../../../../functions/domain/account/input-fields';
import { anAccount, aSettings, TODAY } from '../../../builders';
import { anAccountView, aViewer } from '../window-scene';

test('today is offered for no day of what was so before, and nothing has to be filled in', () => {
  const missing = (['product.product', 'product.since', 'lost.on'] as const).map(
    (key): TransitionField => requiredField(key, aSettings(), key === 'product.product' ? 'Cloud' : TODAY),
  );
  const { fields } = fillInForm(aViewer(), anAccountView(anAccount()), missing);
  expect(fields.map(({ key, suggestion, optional }) => [key, suggestion, optional])).toEqual([
    ['product.product', 'Cloud', true],
    ['product.since', null, true],
    ['lost.on', null, true],
  ]);
});
