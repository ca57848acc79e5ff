/** Sentences of the window in which a sample of bad fits is given to be judged once more, ja and en. */
import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import { localize, type MessageParams, type Viewer } from './viewer';

const SAMPLE_MESSAGES = {
  reading: text('読み込んでいます…', 'Reading…'),
  sending: text('送信しています…', 'Sending…'),
  managersOnly: text('再判定を頼めるのはマネージャーです。', 'Managers ask for it.'),
  explained: text(
    'ある人が不適合と判定した会社から抜き取り、別の人にもう一度判定してもらいます。頼まれた人の「今日」の「見直し」に載ります。割合の違いは「履歴・報告…」の「不適合の割合」で分かります。',
    'Of the companies that somebody judged a bad fit, another judges a few once more: they stand under “Review” on that person’s Today. “Bad-fit rates” in “History and reports…” show who judges otherwise than the rest.',
  ),
  judgedBy: text('だれの判定を', 'Whose judgements'),
  judge: text('だれにもう一度判定してもらうか', 'Who judges once more'),
  choose: text('(選んでください)', '(choose)'),
  count: text('抜き取る数({n} 社のうち)', 'How many, of {n}'),
  note: text('コメント(全社に同じもの)', 'Note (the same for all)'),
  none: text(
    'この人が不適合と判定した会社で、再判定を頼めるものはありません。',
    'There is no bad fit of this member to be judged once more.',
  ),
  waiting: text(
    '見直しの済んでいない {n} 社は抜き取りません。「承認」の表か「承認待ちの申請…」で先に答えてください。',
    '{n} more are not drawn, since nobody has reviewed them: answer them first, on Approvals or in “Proposals to answer…”.',
  ),
  ask: text('再判定を頼む({n} 社)', 'Ask to judge {n} once more'),
  asked: text(
    '{n} 社の再判定を頼みました。できなかったもの {refused} 社。',
    '{n} asked for, {refused} refused.',
  ),
  wantsMember: text('人を選んでください。', 'Choose a member.'),
  wantsCount: text('1 から 100 までの数を入力してください。', 'Give a number from 1 to 100.'),
  wantsNote: text('コメントを入力してください。', 'Write a note.'),
} as const satisfies Record<string, Text>;

export type SampleMessageKey = keyof typeof SAMPLE_MESSAGES;

export const tSample = (
  viewer: Pick<Viewer, 'language'>,
  key: SampleMessageKey,
  params: MessageParams = {},
): string => interpolate(localize(viewer, SAMPLE_MESSAGES[key]), params);
