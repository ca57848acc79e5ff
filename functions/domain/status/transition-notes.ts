/** What the help says beside a transition. */
import { type Text, text } from '../text/text';
import type { Status } from './statuses';

interface TransitionNote {
  from: readonly Status[];
  to: Status;
  note: Text;
  /** It says something only where an opportunity was lost. */
  isOfLost?: true;
}

const TRANSITION_NOTES: readonly TransitionNote[] = [
  {
    from: ['COLD'],
    to: 'ACTIVE_OPPORTUNITY',
    note: text(
      '履歴にはワーキングの通過も残ります。',
      'The history also records the passage through Working.',
    ),
  },
  {
    from: ['COLD', 'WORKING'],
    to: 'BAD_FIT',
    note: text('すぐに反映され、確認待ちになります。', 'Takes effect at once with its review pending.'),
  },
  {
    from: ['WORKING'],
    to: 'COLD',
    note: text('反応がなく、一度も会っていない場合。', 'Unresponsive, never met.'),
  },
  {
    from: ['QUARTERLY_CHECK', 'DEAD_OPPORTUNITY'],
    to: 'ACTIVE_OPPORTUNITY',
    note: text(
      '失注した案件は再開しません。新しい案件が前の案件を参照します。',
      'A lost opportunity is never reopened: a new one links to it.',
    ),
    isOfLost: true,
  },
  {
    from: ['ACTIVE_OPPORTUNITY'],
    to: 'WORKING',
    note: text('FS が差し戻します。', 'Field sales returns it.'),
  },
  {
    from: ['ACTIVE_OPPORTUNITY'],
    to: 'CURRENT_CLIENT',
    note: text(
      '受注した案件が証拠になります。ほかの案件は進行中のままで構いません。',
      'A won opportunity is evidence; others may stay open.',
    ),
  },
  {
    from: ['CURRENT_CLIENT'],
    to: 'WORKING',
    note: text(
      '製品の利用中は、追加の商いは顧客の「案件」であってステータスではありません。',
      'While a product is in use, more business is an opportunity on a client, not a status.',
    ),
  },
];

const noteOf = (from: Status, to: Status): TransitionNote | null =>
  TRANSITION_NOTES.find((one) => one.to === to && one.from.includes(from)) ?? null;

export const transitionNote = (from: Status, to: Status): Text | null => noteOf(from, to)?.note ?? null;

/** Of one account: without what would be about opportunities that it has never lost. */
export const noteOfMove = (from: Status, to: Status, hasLost: boolean): Text | null => {
  const note = noteOf(from, to);
  return note === null || (note.isOfLost === true && !hasLost) ? null : note.note;
};
