/** Chooses the form in which a refused cell can be completed. */
import { isPartColumn, type PartColumn } from '../../../functions/domain/queue/edit-columns';
import { PART_COLUMN_LABELS } from '../../../functions/domain/queue/part-column-texts';
import { columnOf } from '../../../functions/domain/register/columns';
import type { Text } from '../../../functions/domain/text/text';
import type { RefusedCell } from '../../script-api';
import type { WorkDraft } from '../account/account-work';
import type { HeadForm } from '../account/form-names';
import type { AccountMessageKey } from '../messages/account-catalog';
import { WINDOW_MESSAGES } from '../messages/catalog';

interface CellForm {
  form: HeadForm | 'details';
  label: AccountMessageKey;
}

const OWNER_FORM: CellForm = { form: 'handOver', label: 'handOver' };

/** Where there is no form, the account itself is opened, which shows the possible statuses. */
const CELL_FORMS: Readonly<Record<Exclude<RefusedCell['key'], PartColumn>, CellForm | null>> = {
  status: null,
  owner: OWNER_FORM,
  nextCheck: { form: 'nextCheck', label: 'setNextCheck' },
  awaitedCondition: { form: 'awaited', label: 'setAwaited' },
  contact: { form: 'awaited', label: 'setAwaited' },
  name: { form: 'details', label: 'editDetails' },
  quickEntry: null,
  // For cells of the queue the task of the row decides the form.
  result: null,
  owners: OWNER_FORM,
  due: null,
};

/** Parts of an account are edited in their row, so their cells have no form. */
const cellForm = (key: RefusedCell['key']): CellForm | null => (isPartColumn(key) ? null : CELL_FORMS[key]);

/** The heading of the cell's column. */
export const refusedColumn = (key: RefusedCell['key']): Text => {
  if (isPartColumn(key)) return PART_COLUMN_LABELS[key];
  if (key === 'result') return WINDOW_MESSAGES.checkResult;
  return columnOf(key === 'owners' ? 'owner' : key === 'due' ? 'nextCheck' : key).label;
};

export const refusalLabel = ({ key, retry }: RefusedCell): AccountMessageKey =>
  retry !== null ? 'fillIn' : (cellForm(key)?.label ?? 'openIt');

export const workOfRefusal = ({ key, retry }: Pick<RefusedCell, 'key' | 'retry'>): WorkDraft | null => {
  if (retry?.form === 'changeStatus')
    return { kind: 'change', draft: { to: retry.to, values: retry.values } };
  if (retry?.form === 'closeOpportunity')
    return { kind: 'form', name: { form: retry.form, id: retry.id }, values: retry.values };
  if (retry !== null) return { kind: 'form', name: { form: retry.form }, values: retry.values };
  const form = cellForm(key)?.form;
  return form === undefined ? null : { kind: 'form', name: { form }, values: {} };
};
