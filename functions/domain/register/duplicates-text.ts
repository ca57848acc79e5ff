/** The page of possible duplicates in words. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { MatchingTrait } from '../company/duplicates';
import { counted } from '../text/counted';
import { type Text, text } from '../text/text';
import type { DuplicateRow } from './duplicate-groups';

const KIND_TEXTS: Readonly<Record<DuplicateRow['kind'], { label: Text; next: Text }>> = {
  number: {
    label: text('同じ法人番号', 'Same number'),
    next: text('同じ会社です。統合してください。', 'It is one company: merge them.'),
  },
  likely: {
    label: text('重複の可能性が高い', 'Likely'),
    next: text(
      '同じ会社なら統合し、別の会社なら「重複ではない」と記録してください。',
      'Merge them if it is one company; if not, say that it is no duplicate.',
    ),
  },
  name: {
    label: text('名前だけ同じ', 'Same name only'),
    next: text(
      '名前だけでは分かりません。法人番号・電話・住所を確かめてください。',
      'The name alone does not tell: look at number, phone and address.',
    ),
  },
  many: {
    label: text('同名が多数', 'Many of one name'),
    next: text(
      'よくある名前です。法人番号を登録すると見分けられます。',
      'A common name: corporate numbers tell them apart.',
    ),
  },
};

export const duplicateKindTexts = (kind: DuplicateRow['kind']): { label: Text; next: Text } =>
  KIND_TEXTS[kind];

const TRAIT_LABELS: Readonly<Record<MatchingTrait, Text>> = {
  corporateNumber: text('法人番号', 'corporate number'),
  name: text('名前', 'name'),
  domain: text('ドメイン', 'domain'),
  phone: text('電話', 'phone'),
  address: text('住所', 'address'),
};

/** What was found, in a sentence. */
export const matchingTraitsText = (row: DuplicateRow, language: keyof Text): string => {
  if (row.kind === 'many')
    return text(
      `${row.count} 社が同じ名前です。`,
      `${counted(row.count, 'account has', 'accounts have')} this name.`,
    )[language];
  const same = row.why.map((one) => TRAIT_LABELS[one]);
  return text(
    `${same.map(({ ja }) => ja).join('・')}が同じです。`,
    `Same ${same.map(({ en }) => en).join(', ')}.`,
  )[language];
};

export const DUPLICATES_TITLE = text('重複候補', 'Possible duplicates');

/** How many groups there are, of whose rows `listed` are shown. */
export const duplicatesSummary = (groups: number, listed: number, rows: number): Text => {
  if (groups === 0) return text('重複の候補はありません。', 'No possible duplicates.');
  const all = text(
    `重複の候補が ${groups} 組あります。`,
    `${groups} ${groups === 1 ? 'group' : 'groups'} of possible duplicates.`,
  );
  return listed === rows
    ? all
    : text(`${all.ja}上から ${listed} 行を示します。`, `${all.en} The first ${listed} rows are shown.`);
};

/** When they were looked for, and among how many accounts. */
export const duplicatesStamp = (today: CalendarDate, accounts: number): Text =>
  text(`${today} 時点、${accounts} 社を照合`, `As of ${today}, ${counted(accounts, 'account')} compared`);
