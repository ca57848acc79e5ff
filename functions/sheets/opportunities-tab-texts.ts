/** The tab of the opportunities in words. */
import { PART_COLUMN_LABELS } from '../domain/queue/part-column-texts';
import { RESULT_LABEL } from '../domain/queue/queue-texts';
import { REQUEST_STATE_LABEL } from '../domain/register/request-marks';
import { counted } from '../domain/text/counted';
import { type Text, text } from '../domain/text/text';

export const OPPORTUNITIES_TITLE = text('案件', 'Opportunities');

export const OPPORTUNITY_HEADINGS = {
  owners: text('担当', 'Owner'),
  name: text('会社名', 'Company'),
  product: text('製品', 'Product'),
  department: PART_COLUMN_LABELS.department,
  state: text('状況', 'State'),
  nextStep: PART_COLUMN_LABELS.nextStep,
  expectedOn: PART_COLUMN_LABELS.expectedOn,
  amount: PART_COLUMN_LABELS.amount,
  probability: PART_COLUMN_LABELS.probability,
  bant: text('BANT(いつ・誰)', 'BANT (when, by)'),
  promises: text('約束したこと', 'Promises'),
  result: RESULT_LABEL,
  request: REQUEST_STATE_LABEL,
  basis: text('行の基準', 'What the row was made from'),
};

interface Figures {
  rows: number;
  amount: number;
  weighted: number;
  /** Accounts that are not listed. */
  more: number;
}

export const opportunitiesHead = ({ rows, amount, weighted, more }: Figures): Text => {
  if (rows === 0) return text('進行中の案件はありません。', 'No opportunity is open.');
  const yen = (value: number): string => `¥${value.toLocaleString('en-US')}`;
  const left =
    more === 0
      ? text('', '')
      : text(`ほか ${more} 社は多いため省略。`, ` ${more} more accounts are too many to list.`);
  return text(
    `進行中の案件 ${rows} 件。金額 ${yen(amount)}、確度で重みづけ ${yen(weighted)}。${left.ja}担当・部署・次の一手・決定予定日・金額・受注確度・結果のセルを変えると申請になります。`,
    `${counted(rows, 'open opportunity', 'open opportunities')}: ${yen(amount)}, weighted by probability ${yen(weighted)}.${left.en} A change of owner, department, next step, expected day, amount, probability or result is a request.`,
  );
};

/** Whoever has it has not acknowledged it yet. */
export const waitsText = (from: Text, on: string): Text =>
  text(`受け取り待ち(${on} ${from.ja} さんから)`, `Waits to be acknowledged (${on}, from ${from.en})`);
export const openText = (since: string): Text => text(`進行中 ${since}〜`, `Open since ${since}`);
export const LATE = text('予定日を過ぎています', 'The expected day is over');

/** What stands as the state of a row whose opportunity is not open any more, until what was typed there is sent. */
export const NOT_OPEN = text(
  'もう進行中ではありませんが、入力が未送信です。送ると、次の更新で消えます。',
  'Not open any more, but what was typed here is not sent: once it is, the next run takes the row away.',
);

export const opportunitiesViewTitle = (name: string): Text => text(`${name}: 案件`, `${name}: opportunities`);
