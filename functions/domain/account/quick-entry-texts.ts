/** Why a line of quick entry is sent back, and how it is written instead. */
import { text } from '../text/text';

export const QUICK_ENTRY_TEXTS = {
  QUICK_ENTRY_FORM: text(
    '読み取れません。\n例:「電話 不在」「面談 10/3 佐藤様 来週見積」「>4 2027-02-10 予算待ち」「確認 継続」「次 2027-02-10」「引継ぎ 佐藤 メモ」「受領」「約束 済」。',
    'This cannot be read.\nWrite for example: call no answer · meeting 10/3 with Sato quote · >4 2027-02-10 budget · check still waiting · next 2027-02-10 · hand over to Sato quote by Friday · accept · promise kept.',
  ),
  QUICK_ENTRY_STATUS: text(
    '「>」の後には、番号(1〜8)かステータス名を書いてください。',
    'Behind ">" write a number from 1 to 8, or the name of a status.',
  ),
  QUICK_ENTRY_ANSWER: text(
    '話せたかどうかを書いてください。例:「電話 話せた …」「電話 不在」。',
    'Say whether you spoke: "call spoke …", "call no answer".',
  ),
  QUICK_ENTRY_RESULT: text(
    '確認の結果は「継続」か「不在」で書いてください。ほかの結果はサイドバーで記録します。',
    'Write "still waiting" or "no answer" behind it; other results of a check are recorded in the sidebar.',
  ),
  QUICK_ENTRY_PERSON: text(
    'どの窓口か決められません。登録してある姓名で書いてください(同姓の人がいる、役職が違う、または部署名かもしれません)。新しい人は「佐藤様」のように書きます。',
    'Which contact is meant is not certain: write the full name as it is registered. Several may be called so, or have another job. Somebody new is written as "Ms Sato".',
  ),
  QUICK_ENTRY_NOT_HELD: text(
    '商談・訪問は、行われたものだけを記録します。これからのものや中止・延期は「メモ 面談 来週」のようにメモで、行われたものは日付を付けて書いてください。',
    'A meeting or visit is recorded once it has taken place: write it with its day then. What is to come or was called off is a note: "note meeting next week".',
  ),
  QUICK_ENTRY_MEMBER: text(
    '誰に引き継ぐか決められません。「引継ぎ 佐藤 見積は今週中」のように、在籍している人の姓(同姓の人がいれば姓名)とメモを書いてください。',
    'To whom is not certain: write the family name of a member who is here, the full name where several are called so, and a note behind it: "hand over to Sato quote by Friday".',
  ),
  QUICK_ENTRY_ALONE: text(
    'これだけで書いてください。メモは「受領、来週訪問」のように「、」の後に書けます。',
    'Write this alone, or with a note behind a comma: "accept, visit next week".',
  ),
  QUICK_ENTRY_DATE: text('どの日か決められません。', 'The day cannot be told.'),
} as const;
