/** Why a value does not fit, by the code of its issue; `value-issue-text.ts` words what depends on the value's own limits. */
import { type Text, text } from '../domain/text/text';
import type { ISSUE_CODES } from '../schema/scalars';

export const INPUT_ISSUE_TEXTS: Readonly<Record<string, Text>> = {
  date_does_not_exist: text(
    '実在する日付を YYYY-MM-DD で入れてください。',
    'Give an existing date as YYYY-MM-DD.',
  ),
  control_character: text('使えない制御文字が入っています。', 'There is a control character.'),
  reserved_name: text('__ で始まり __ で終わる名前は使えません。', 'A name must not begin and end with __.'),
  account_id_null_only_for_register: text(
    'accountId は register のときだけ null にします。',
    'accountId is null for register, and only then.',
  ),
  one_of_name_number_id: text(
    'q・name・number・id のどれか一つを指定してください。',
    'Give exactly one of q, name, number and id.',
  ),
  one_of_member_unbind: text(
    'member と unbind のどちらか一つを指定してください。',
    'Give either member or unbind.',
  ),
  month_day_does_not_exist: text(
    '実在する日を MM-DD で入れてください。',
    'Give an existing day of the year as MM-DD.',
  ),
  time_of_day_does_not_exist: text(
    '時刻を HH:MM で入れてください(00:00〜23:59)。',
    'Give a time of day as HH:MM, from 00:00 to 23:59.',
  ),
  own_code_form: text(
    'コードは大文字の英字で始め、英大文字・数字・_ で 40 文字以内にしてください(例: NO_BUDGET)。',
    'A code begins with a capital letter and has capitals, digits and _ alone, 40 at most, as in NO_BUDGET.',
  ),
  time_zone_unknown: text(
    'このタイムゾーンはありません。IANA の名前を大文字・小文字もそのまま入れてください(例: Asia/Tokyo、America/New_York、UTC)。',
    'There is no such time zone. Give its IANA name, with its capitals, for example Asia/Tokyo, America/New_York or UTC.',
  ),
  doubled: text('同じものが二つあります。', 'This stands in the list twice.'),
  blank: text('空白だけにはできません。', 'There is nothing but blanks.'),
  too_many: text('多すぎます。', 'There are too many.'),
  editor_only_of_cells_by_trigger: text(
    'editor は、channel が trigger で、セルから申請できるコマンドのときだけ指定できます。',
    'editor may be given only by the channel trigger, with a command that a cell can ask for.',
  ),
  order_only_with_sort: text('order は sort と一緒に指定してください。', 'order is given only with sort.'),
  not_with_changes: text(
    'changes=true のときは絞り込みも並べ替えもできません。',
    'With changes=true nothing is filtered or sorted.',
  ),
  not_with_other_filters: text(
    'handedTo・pursuedBy・insideSalesOf・judgedBy は、ほかの絞り込みや並べ替えと一緒に指定できません。',
    'handedTo, pursuedBy, insideSalesOf and judgedBy are given with no other filter or sort.',
  ),
  account_field_unknown: text(
    'アカウントにこの項目はありません(例: status・nextCheck・contacts・bant.need)。',
    'Accounts have no such field; there are for example status, nextCheck, contacts and bant.need.',
  ),
  field_only_with_account: text(
    'field は account と一緒に指定してください。',
    'field is given only with account.',
  ),
  from_after_to: text('from が to より後の日です。', 'from is later than to.'),
  reading_not_in_kana: text(
    '読み方は、ひらがなかカタカナで入れてください。',
    'Give the reading in hiragana or katakana.',
  ),
  mapping_unknown: text(
    '列の番号と項目を 0:name,3: のように指定してください。同じ列は一度だけです。',
    'Name columns and fields as in 0:name,3: and each column once.',
  ),
  unrecognized_keys: text('この項目はありません。', 'There is no such field.'),
  duplicate_field: text('同じ項目が二度書かれています。', 'A field is given twice.'),
  too_deep: text('入れ子が深すぎます。', 'The nesting is too deep.'),
  not_utf8: text('URL の文字が UTF-8 ではありません。', 'The URL is not UTF-8.'),
} satisfies Record<(typeof ISSUE_CODES)[keyof typeof ISSUE_CODES] | 'unrecognized_keys', Text> &
  Record<string, Text>;
/** For a code that has no text of its own. */
export const VALUE_NOT_VALID = text('正しくない値です。', 'The value is not valid.');

/** Of a field that there is not; `fields` are those that there are. */
export const fieldUnknownText = (fields: readonly string[]): Text =>
  text(
    `この項目はありません。使える項目: ${fields.join('・')}`,
    `There is no such field; there are: ${fields.join(', ')}.`,
  );
