/** The tab of the history in words, beside its columns: its title, what it is about, when it was made. */
import { counted } from '../text/counted';
import { type Text, text } from '../text/text';

export const HISTORY_TITLE = text('履歴', 'History');

export const historySummary = (rows: number, more: boolean): Text => {
  if (rows === 0 && !more)
    return text('この条件の履歴はありません。', 'The history has nothing of the kind.');
  return more
    ? text(
        `新しい順に ${rows} 件。これより古い履歴は、期間を区切るか CSV(history?format=csv)で読めます。`,
        `The newest ${rows} entries. Older ones: choose other days, or read them as CSV (history?format=csv).`,
      )
    : text(`${rows} 件、新しい順`, `${counted(rows, 'entry', 'entries')}, the newest first`);
};

/** `madeAt` is day and time of day in the zone; `filter` is what was asked for, in words. */
export const historyStamp = (madeAt: string, zone: string, filter: Text = text('', '')): Text =>
  text(
    `作成 ${madeAt}(${zone})${filter.ja === '' ? '' : `/条件 ${filter.ja}`}`,
    `Made ${madeAt} (${zone})${filter.en === '' ? '' : `; filter: ${filter.en}`}`,
  );
