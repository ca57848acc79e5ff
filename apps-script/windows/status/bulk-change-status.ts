/** Change of status of several accounts: what the matrix allows at least one of them, with the same data for all. */
import { MATRIX } from '../../../functions/domain/status/matrix';
import { STATUSES, type Status } from '../../../functions/domain/status/statuses';
import type { AccountView, Result, SelectedRow } from '../../script-api';
import { bulkForm } from '../kit/bulk-form';
import type { CommandSender } from '../kit/command-sender';
import { node, setChildren } from '../kit/dom';
import { errorView } from '../kit/error-view';
import { createFields } from '../kit/form';
import {
  type FormField,
  type FormValues,
  fieldByKey,
  isSingleAccountField,
  statusChangeCommand,
} from '../kit/form-data';
import type { ResultSummary } from '../kit/result-view';
import { callScript } from '../kit/script-client';
import { WINDOW_MESSAGES } from '../messages/catalog';
import { statusLabel } from '../messages/change-text';
import { t, type Viewer } from '../messages/viewer';
import { fieldsOfOffer } from './change-status-form';
import { type StatusChoice, statusPicker } from './status-picker';

const isLegal = ({ status }: SelectedRow, to: Status): boolean => !['X', '-'].includes(MATRIX[status][to]);
const needsApproval = ({ status }: SelectedRow, to: Status): boolean => MATRIX[status][to] === 'M';

const statusChoices = (rows: readonly SelectedRow[]): StatusChoice[] =>
  STATUSES.flatMap((to) => {
    const legal = rows.filter((row) => isLegal(row, to));
    return legal.length === 0
      ? []
      : [{ to, approval: legal.every((row) => needsApproval(row, to)), count: legal.length }];
  });

/** For one of them: the others are asked for what they lack when it is sent. */
const sharedFields = (accountView: AccountView, to: Status): FormField[] => {
  const offer = accountView.offers.find((one) => one.to === to);
  if (offer === undefined) return [];
  return fieldsOfOffer(
    { ...accountView, account: { ...accountView.account, awaitedCondition: null, latentNeed: null } },
    offer,
  )
    .filter((field) => !isSingleAccountField(field) && field.key !== 'opportunity.follows')
    .map((field) =>
      field.key === 'nextCheckDate' ? { ...field, hint: WINDOW_MESSAGES.checkComputedEach } : field,
    );
};

interface BulkChangeOptions {
  rows: readonly SelectedRow[];
  to: Status | null;
  close: ResultSummary['close'];
  cancel: (() => void) | null;
}

export const bulkChangeStatusView = (
  viewer: Viewer,
  sender: CommandSender,
  { rows, to: first, close, cancel }: BulkChangeOptions,
): HTMLElement => {
  const room = node('div', { 'aria-live': 'polite' });
  let kept: FormValues = {};
  let current: (() => FormValues) | null = null;
  let newest = 0;

  const open = async (to: Status): Promise<void> => {
    newest += 1;
    const mine = newest;
    kept = { ...kept, ...current?.() };
    current = null;
    const legal = rows.filter((row) => isLegal(row, to));
    const [sample] = legal;
    if (sample === undefined) return;
    setChildren(room, node('p', { class: 'quiet' }, t(viewer, 'reading')));
    const answer: Result<AccountView> = await callScript('readAccount', sample.id, null);
    if (mine !== newest) return;
    if ('error' in answer) {
      setChildren(
        room,
        errorView(viewer, answer.error, () => open(to)),
      );
      return;
    }
    const needsNote = legal.some((row) => needsApproval(row, to));
    const shared = sharedFields(answer.value, to).filter(({ key }) => key !== 'note');
    const fields = createFields(viewer, { account: null }, [
      ...shared,
      ...(needsNote ? [fieldByKey('note', { optional: true, label: WINDOW_MESSAGES.noteForManager })] : []),
    ]);
    fields.write(kept);
    current = fields.values;
    setChildren(
      room,
      bulkForm(viewer, sender, {
        rows: legal,
        excluded: rows
          .filter((row) => !isLegal(row, to))
          .map((row) => ({
            row,
            why: t(viewer, row.status === to ? 'isThisAlready' : 'notFromHere', {
              from: statusLabel(viewer, row.status),
            }),
          })),
        fields,
        intro: node('p', { class: 'hint' }, t(viewer, needsNote ? 'sameForAllApproval' : 'sameForAll')),
        submit: (n) => t(viewer, 'changeMany', { n, status: statusLabel(viewer, to) }),
        command: (row, tree) =>
          statusChangeCommand(row.status, { to, approval: needsApproval(row, to) }, tree),
        sentence: (n) =>
          t(viewer, needsNote ? 'sentMany' : 'changedMany', { n, status: statusLabel(viewer, to) }),
        openAlone: (row) => void callScript('openDialog', 'changeStatus', [row.id], to, ''),
        close,
        cancel,
        onFinished: () => {
          choice.hidden = true;
        },
      }),
    );
  };
  const targets = statusChoices(rows);
  const chosen = targets.some(({ to }) => to === first) ? first : null;
  const choice = statusPicker(viewer, targets, chosen, (to) => void open(to));
  if (chosen !== null) void open(chosen);
  return node('div', { class: 'change' }, choice, room);
};
