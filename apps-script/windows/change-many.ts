/** Change of status of several accounts: what the matrix allows at least one of them, with the same data for all. */
import { MATRIX } from '../../functions/domain/matrix';
import { STATUSES, type Status } from '../../functions/domain/statuses';
import type { AccountTold, SelectedRow, Told } from '../told';
import { fieldsOfOffer } from './change-status';
import { makeFields } from './form';
import { belongsToOne, type FormField, type FormValues, fieldOf, moveCommand } from './form-data';
import { type Here, say } from './here';
import { statusWord } from './history-words';
import { manyForm } from './many';
import { fill, node } from './nodes';
import type { Outcome } from './outcome-view';
import { ask } from './script';
import type { Sender } from './sending';
import { type Target, targetsView } from './targets';
import { troubleView } from './trouble-view';
import { WORDS } from './words';

const isLegal = ({ status }: SelectedRow, to: Status): boolean => !['X', '-'].includes(MATRIX[status][to]);
const isApproved = ({ status }: SelectedRow, to: Status): boolean => MATRIX[status][to] === 'M';

const targetsOf = (rows: readonly SelectedRow[]): Target[] =>
  STATUSES.flatMap((to) => {
    const legal = rows.filter((row) => isLegal(row, to));
    return legal.length === 0
      ? []
      : [{ to, approval: legal.every((row) => isApproved(row, to)), count: legal.length }];
  });

/** For one of them: the others are asked for what they lack when it is sent. */
const sharedFields = (told: AccountTold, to: Status): FormField[] => {
  const offer = told.offers.find((one) => one.to === to);
  if (offer === undefined) return [];
  return fieldsOfOffer(
    { ...told, account: { ...told.account, awaitedCondition: null, latentNeed: null } },
    offer,
  )
    .filter((field) => !belongsToOne(field) && field.key !== 'opportunity.follows')
    .map((field) => (field.key === 'nextCheckDate' ? { ...field, hint: WORDS.checkComputedEach } : field));
};

interface Plan {
  rows: readonly SelectedRow[];
  to: Status | null;
  close: Outcome['close'];
  cancel: (() => void) | null;
}

export const changeManyView = (
  here: Here,
  sender: Sender,
  { rows, to: first, close, cancel }: Plan,
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
    fill(room, node('p', { class: 'quiet' }, say(here, 'reading')));
    const answer: Told<AccountTold> = await ask('readAccount', sample.id, null);
    if (mine !== newest) return;
    if ('trouble' in answer) {
      fill(
        room,
        troubleView(here, answer.trouble, () => open(to)),
      );
      return;
    }
    const needsNote = legal.some((row) => isApproved(row, to));
    const shared = sharedFields(answer.told, to).filter(({ key }) => key !== 'note');
    const fields = makeFields(here, { account: null }, [
      ...shared,
      ...(needsNote ? [fieldOf('note', { optional: true, label: WORDS.noteForManager })] : []),
    ]);
    fields.write(kept);
    current = fields.values;
    fill(
      room,
      manyForm(here, sender, {
        rows: legal,
        left: rows
          .filter((row) => !isLegal(row, to))
          .map((row) => ({
            row,
            why: say(here, row.status === to ? 'isThisAlready' : 'notFromHere', {
              from: statusWord(here, row.status),
            }),
          })),
        fields,
        intro: node('p', { class: 'hint' }, say(here, needsNote ? 'sameForAllApproval' : 'sameForAll')),
        submit: (n) => say(here, 'changeMany', { n, status: statusWord(here, to) }),
        command: (row, tree) => moveCommand(row.status, { to, approval: isApproved(row, to) }, tree),
        sentence: (n) =>
          say(here, needsNote ? 'sentMany' : 'changedMany', { n, status: statusWord(here, to) }),
        alone: (row) => void ask('openDialog', 'changeStatus', [row.id], to, ''),
        close,
        cancel,
        finished: () => {
          choice.hidden = true;
        },
      }),
    );
  };
  const targets = targetsOf(rows);
  const chosen = targets.some(({ to }) => to === first) ? first : null;
  const choice = targetsView(here, targets, chosen, (to) => void open(to));
  if (chosen !== null) void open(chosen);
  return node('div', { class: 'change' }, choice, room);
};
