/** What the mark of a blocked row says, ja and en: why nothing of it is sent, and what to do. */
import { type Text, text } from '../text/text';
import type { BlockedClass } from './classify-row';

const BLOCK_REASONS = {
  inconsistent: text(
    '行の並びが崩れ、ID と会社が合いません。元に戻す(Ctrl+Z)か、行を削除して最新に更新してください。',
    'ID and company of this row do not belong together. Undo (Ctrl+Z), or delete the row and refresh.',
  ),
  idTypedOver: text(
    'ID が書き換えられています。元に戻す(Ctrl+Z)か、元の ID に戻してください。',
    'The ID was typed over. Undo (Ctrl+Z), or put the old ID back.',
  ),
  unwritten: text(
    'この ID の行はまだ書き込まれていません。「台帳を最新に更新」を選んでください。',
    'This row is not written yet: choose "Refresh from server".',
  ),
  copied: text(
    '行のコピーです。同じアカウントが別の行にあります。サイドバーでどうするか選んでください。',
    'A copied row: the same account stands in another row. Choose in the sidebar what to do.',
  ),
  nameless: text(
    '会社名がありません。入力するか、値を消してください。',
    'The company is missing: type its name, or clear the row.',
  ),
} as const satisfies Record<string, Text>;

/** Why nothing of a row is sent. */
export const blockReason = ({ kind }: { kind: BlockedClass['kind'] | 'unwritten' }): Text =>
  BLOCK_REASONS[kind === 'unknown' ? 'unwritten' : kind];
