/** Changes the status of several accounts: to one that the matrix allows for at least one of them, with the same data for all. */

import { statusLabel } from '../../../functions/domain/history/value-words';
import { MATRIX } from '../../../functions/domain/status/matrix';
import { STATUSES, type Status } from '../../../functions/domain/status/statuses';
import type { AccountView, ApiError, Result, SelectedRow } from '../../script-api';
import {
  type BulkFormMessage,
  type BulkFormOut,
  type BulkFormPlan,
  type BulkFormState,
  bulkForm,
  openBulkForm,
  updateBulkForm,
} from '../kit/bulk-form';
import { type FormValues, fieldByKey, isSingleAccountField } from '../kit/form-data';
import type { TransitionInput } from '../kit/form-input';
import { mayMove, whomToAsk } from '../kit/member-rights';
import { formValues } from '../kit/shown-fields';
import { call, mapEffects, type PartStep, partStep } from '../kit/step';
import { WINDOW_MESSAGES } from '../messages/catalog';
import { ROWS_MESSAGES, tRows } from '../messages/rows-catalog';
import type { Viewer } from '../messages/viewer';
import { fieldsOfOffer, type TransitionField } from './transition-fields';
import { statusChangeCommand } from './transition-input';

const isLegal = ({ status }: SelectedRow, to: Status): boolean => !['X', '-'].includes(MATRIX[status][to]);
const needsApproval = ({ status }: SelectedRow, to: Status): boolean => MATRIX[status][to] === 'M';

/** Whether the member may move an account of that status; its owner makes no difference. */
const isPermitted = (viewer: Viewer, row: SelectedRow, to: Status): boolean =>
  mayMove(viewer, { status: row.status, ownerId: null }, { to, approval: needsApproval(row, to) });

const isOffered = (viewer: Viewer, row: SelectedRow, to: Status): boolean =>
  isLegal(row, to) && isPermitted(viewer, row, to);

export const bulkStatusChoices = (viewer: Viewer, rows: readonly SelectedRow[]) =>
  STATUSES.flatMap((to) => {
    const offered = rows.filter((row) => isOffered(viewer, row, to));
    return offered.length === 0
      ? []
      : [{ to, approval: offered.every((row) => needsApproval(row, to)), count: offered.length }];
  });

/** Whom to ask for the statuses from which this member may not move accounts. */
export const bulkStatusHints = (viewer: Viewer, rows: readonly SelectedRow[]): string[] => [
  ...new Set(
    rows
      .filter((row) => STATUSES.some((to) => isLegal(row, to) && !isPermitted(viewer, row, to)))
      .map(
        ({ status }) => `${statusLabel(viewer, status)}: ${whomToAsk(viewer, 'changeStatus', { status })}`,
      ),
  ),
];

const whyLeftOut = (viewer: Viewer, row: SelectedRow, to: Status): string => {
  if (isLegal(row, to)) return whomToAsk(viewer, 'changeStatus', row);
  return tRows(viewer, row.status === to ? 'isThisAlready' : 'notFromHere', {
    from: statusLabel(viewer, row.status),
  });
};

/** Fields for one of the accounts; the others are asked for missing data when the form is sent. */
const sharedFields = (accountView: AccountView, to: Status): TransitionField[] => {
  const offer = accountView.offers.find((one) => one.to === to);
  if (offer === undefined) return [];
  return fieldsOfOffer(accountView, offer, null)
    .filter((field) => !isSingleAccountField(field) && field.key !== 'opportunity.follows')
    .map((field) =>
      field.key === 'nextCheckDate' ? { ...field, hint: ROWS_MESSAGES.checkComputedEach } : field,
    );
};

export interface BulkChangeState {
  viewer: Viewer;
  rows: readonly SelectedRow[];
  to: Status | null;
  /** Values typed into the forms of other statuses. */
  kept: FormValues;
  phase:
    | { kind: 'choosing' }
    | { kind: 'reading' }
    | { kind: 'failed'; error: ApiError }
    | { kind: 'form'; form: BulkFormState };
}

export type BulkChangeMessage =
  | { type: 'choose'; to: Status }
  | { type: 'read'; to: Status; result: Result<AccountView> }
  | { type: 'form'; message: BulkFormMessage };

type BulkChangeStep = PartStep<BulkChangeState, BulkChangeMessage, BulkFormOut>;

const bulkPlan = ({ viewer, rows, kept }: BulkChangeState, to: Status, sample: AccountView): BulkFormPlan => {
  const offered = rows.filter((row) => isOffered(viewer, row, to));
  const needsNote = offered.some((row) => needsApproval(row, to));
  const status = statusLabel(viewer, to);
  return bulkForm<TransitionInput>({
    about: { account: null, today: viewer.today },
    fields: [
      ...sharedFields(sample, to).filter(({ key }) => key !== 'note'),
      ...(needsNote ? [fieldByKey('note', { optional: true, label: WINDOW_MESSAGES.noteForManager })] : []),
    ],
    values: kept,
    excluded: rows
      .filter((row) => !offered.includes(row))
      .map((row) => ({ row, why: whyLeftOut(viewer, row, to) })),
    hint: tRows(viewer, needsNote ? 'sameForAllApproval' : 'sameForAll'),
    alone: { view: 'changeStatus', to },
    submit: (n) => tRows(viewer, 'changeMany', { n, status }),
    command: (row, input) => statusChangeCommand(row.status, { to, approval: needsApproval(row, to) }, input),
    sentence: (n) => tRows(viewer, needsNote ? 'sentMany' : 'changedMany', { n, status }),
  });
};

const choose = (state: BulkChangeState, to: Status): BulkChangeStep => {
  const { phase, kept, rows, viewer } = state;
  const typed =
    phase.kind === 'form' && phase.form.phase.kind === 'form' ? formValues(phase.form.phase.form) : {};
  const sample = rows.find((row) => isOffered(viewer, row, to));
  if (sample === undefined) return partStep(state);
  return partStep({ ...state, to, kept: { ...kept, ...typed }, phase: { kind: 'reading' } }, [
    call('readAccount', [sample.id, null], (result) => ({ type: 'read' as const, to, result })),
  ]);
};

export const openBulkChange = (
  viewer: Viewer,
  rows: readonly SelectedRow[],
  to: Status | null,
): BulkChangeStep => {
  const state: BulkChangeState = { viewer, rows, to: null, kept: {}, phase: { kind: 'choosing' } };
  return to === null ? partStep(state) : choose(state, to);
};

export const updateBulkChange = (state: BulkChangeState, message: BulkChangeMessage): BulkChangeStep => {
  const { phase } = state;
  switch (message.type) {
    case 'choose':
      return choose(state, message.to);
    case 'read': {
      const { to, result } = message;
      if (to !== state.to || phase.kind !== 'reading') return partStep(state);
      if ('error' in result) return partStep({ ...state, phase: { kind: 'failed', error: result.error } });
      const offered = state.rows.filter((row) => isOffered(state.viewer, row, to));
      return withForm(state, openBulkForm(bulkPlan(state, to, result.value), offered));
    }
    case 'form':
      return phase.kind === 'form'
        ? withForm(state, updateBulkForm(phase.form, message.message))
        : partStep(state);
    default:
      return message satisfies never;
  }
};

const withForm = (
  state: BulkChangeState,
  { state: form, effects, out }: PartStep<BulkFormState, BulkFormMessage, BulkFormOut>,
): BulkChangeStep =>
  partStep(
    { ...state, phase: { kind: 'form', form } },
    mapEffects(effects, (message) => ({ type: 'form', message })),
    out,
  );
