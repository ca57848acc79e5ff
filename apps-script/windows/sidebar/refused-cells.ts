/** In which form a cell that came back is answered. */
import type { EditableKey } from '../../../functions/domain/register/column-keys';
import type { RefusedCell } from '../../script-api';
import type { WorkDraft } from '../account/account-work';
import type { HeadForm } from '../account/form-names';
import type { AccountMessageKey } from '../messages/account-catalog';

interface CellForm {
  form: HeadForm | 'details';
  label: AccountMessageKey;
}

/** What a cell without a form needs is said in its account: which statuses are possible now. */
const CELL_FORMS: Readonly<Record<EditableKey, CellForm | null>> = {
  status: null,
  owner: { form: 'handOver', label: 'handOver' },
  nextCheck: { form: 'nextCheck', label: 'setNextCheck' },
  awaitedCondition: { form: 'awaited', label: 'setAwaited' },
  contact: { form: 'awaited', label: 'setAwaited' },
  name: { form: 'details', label: 'editDetails' },
};

export const refusalLabel = ({ key, to }: RefusedCell): AccountMessageKey =>
  to !== null ? 'fillIn' : (CELL_FORMS[key]?.label ?? 'openIt');

export const workOfRefusal = ({ key, to }: RefusedCell): WorkDraft | null => {
  if (to !== null) return { kind: 'change', draft: { to, values: {} } };
  const form = CELL_FORMS[key]?.form;
  return form === undefined ? null : { kind: 'form', name: { form }, values: {} };
};
