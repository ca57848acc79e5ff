/** The tab of the latest contacts in words. */
import { counted } from '../domain/text/counted';
import { type Text, text } from '../domain/text/text';

export const ACTIVITIES_TITLE = text('活動', 'Activities');

export const ACTIVITY_HEADINGS = {
  date: text('日付', 'Date'),
  company: text('会社名', 'Company'),
  kind: text('手段', 'How'),
  person: text('相手', 'With'),
  note: text('内容', 'What was said'),
  by: text('自社', 'By'),
};

export const NO_ANSWER = text('応答なし', 'no answer');

interface Figures {
  rows: number;
  entries: number;
  hasMore: boolean;
}

export const activitiesSummary = ({ rows, entries, hasMore }: Figures): Text => {
  if (rows === 0) return text('連絡の記録はまだありません。', 'No contact has been logged yet.');
  if (!hasMore) return text(`連絡 ${rows} 件、新しい順`, `${counted(rows, 'contact')}, the newest first`);
  return text(
    `新しい順に ${rows} 件(直近の変更 ${entries} 件から)。これより古い連絡は「履歴・報告…」で読めます。`,
    `The newest ${rows} contacts, from the latest ${entries} changes. Older ones: "History and reports…".`,
  );
};
