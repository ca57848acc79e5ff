/** The dialogs that record the same for several accounts. */

import type { SelectedRow } from '../../script-api';
import { type LogContactInput, logContactCommand, logContactFields } from '../account/log-contact-form';
import { type RecordCheckInput, recordCheckCommand, recordCheckFields } from '../account/record-check-form';
import {
  type BulkFormMessage,
  type BulkFormState,
  bulkForm,
  openBulkForm,
  updateBulkForm,
} from '../kit/bulk-form';
import { CLOSE, step } from '../kit/step';
import { tRows } from '../messages/rows-catalog';
import type { TeamWindow } from './with-team';

/** A form for several rows; cancelling closes the dialog. */
const bulkWindow = (
  open: TeamWindow<BulkFormState, BulkFormMessage>['open'],
): TeamWindow<BulkFormState, BulkFormMessage> => ({
  open,
  update: (state, message) => {
    const { state: next, effects, out } = updateBulkForm(state, message);
    return step(next, ...effects, out === 'cancel' ? CLOSE : null);
  },
});

export const logManyContacts = (rows: readonly SelectedRow[]): TeamWindow<BulkFormState, BulkFormMessage> =>
  bulkWindow((viewer) =>
    openBulkForm(
      bulkForm<LogContactInput>({
        ...logContactFields(viewer, null),
        excluded: [],
        hint: tRows(viewer, 'sameForAll'),
        alone: { view: 'logContact', to: null },
        submit: (n) => tRows(viewer, 'logForMany', { n }),
        command: (_, input) => logContactCommand(input),
        sentence: (n) => tRows(viewer, 'loggedMany', { n }),
      }),
      rows,
    ),
  );

/** `others` are selected, but have no quarterly check. */
export const checkMany = (
  running: readonly SelectedRow[],
  others: readonly SelectedRow[],
): TeamWindow<BulkFormState, BulkFormMessage> =>
  bulkWindow((viewer) =>
    openBulkForm(
      bulkForm<RecordCheckInput>({
        ...recordCheckFields(viewer, null),
        excluded: others.map((row) => ({ row, why: tRows(viewer, 'noCheckRuns') })),
        hint: tRows(viewer, 'sameForAll'),
        alone: { view: 'recordCheck', to: null },
        submit: (n) => tRows(viewer, 'checkMany', { n }),
        command: (_, input) => recordCheckCommand(input),
        sentence: (n) => tRows(viewer, 'checkedMany', { n }),
      }),
      running,
    ),
  );
