/** The fields that a move can ask for: key in the move's data, labels, kind. Forms are made from these. */
import { ACTIVITY_KINDS, BANT_VALUES, type CodeList } from '../status/code-lists';
import { STATUS, STATUSES } from '../status/statuses';
import { type Text, text } from '../text/text';
import { badFitReasons, lostReasons, onFileReasons, type Settings } from './team';

/** closings, churns: one entry for each open opportunity, or product in use, of the account. */
export type FieldKind =
  | 'text'
  | 'date'
  | 'choice'
  | 'member'
  | 'contact'
  | 'account'
  | 'tick'
  | 'products'
  | 'closings'
  | 'churns';

interface InputField {
  label: Text;
  kind: FieldKind;
  choices?: (settings: Settings) => CodeList;
}

const fixedChoices = (list: CodeList) => () => list;
const bantField = (label: Text): InputField => ({
  label,
  kind: 'choice',
  choices: fixedChoices(BANT_VALUES),
});
const productChoices = (settings: Settings): CodeList =>
  Object.fromEntries(settings.products.map((product) => [product, text(product, product)]));
const noneChoice = fixedChoices({ none: text('なし', 'None') });

export const INPUT_FIELDS = {
  ownerId: { label: text('担当者', 'Owner'), kind: 'member' },
  'action.kind': {
    label: text('アクションの手段', 'Channel of the action'),
    kind: 'choice',
    choices: fixedChoices(ACTIVITY_KINDS),
  },
  'action.date': { label: text('アクションの日付', 'Date of the action'), kind: 'date' },
  'action.with': { label: text('相手(人または部署)', 'Person or department'), kind: 'text' },
  'action.twoWay': { label: text('相手と話せた(双方向)', 'They answered (two-way)'), kind: 'tick' },
  'meeting.date': { label: text('商談日', 'Date of the meeting'), kind: 'date' },
  'meeting.with': { label: text('商談の相手', 'Met with'), kind: 'text' },
  'opportunity.product': { label: text('製品', 'Product'), kind: 'choice', choices: productChoices },
  'opportunity.fsOwnerId': { label: text('FS 担当', 'Field sales owner'), kind: 'member' },
  'opportunity.since': { label: text('案件の開始日', 'Opportunity since'), kind: 'date' },
  'opportunity.handOverNote.metWith': {
    label: text('引き継ぎ:会った人', 'Hand-over: who was met'),
    kind: 'text',
  },
  'opportunity.handOverNote.bant': { label: text('引き継ぎ:BANT', 'Hand-over: BANT'), kind: 'text' },
  'opportunity.handOverNote.nextStep': {
    label: text('引き継ぎ:次の一手', 'Hand-over: next step'),
    kind: 'text',
  },
  closing: { label: text('進行中の案件の結果', 'Outcome of each open opportunity'), kind: 'closings' },
  'bant.budget': bantField(text('予算', 'Budget')),
  'bant.authority': bantField(text('決裁者', 'Authority')),
  'bant.need': bantField(text('課題', 'Need')),
  'bant.timing': bantField(text('時期', 'Timing')),
  awaitedCondition: { label: text('待っている条件', 'Awaited condition'), kind: 'text' },
  contactId: { label: text('窓口の人', 'Contact person'), kind: 'contact' },
  nextCheckDate: { label: text('次回確認日', 'Next check date'), kind: 'date' },
  'lost.on': { label: text('失注日', 'Lost date'), kind: 'date' },
  'lost.reason': { label: text('失注理由', 'Lost reason'), kind: 'choice', choices: lostReasons },
  'lost.reasonText': { label: text('失注理由の内容', 'Lost reason in words'), kind: 'text' },
  latentNeed: { label: text('潜在的な課題', 'Latent need'), kind: 'text' },
  'lost.revisitOn': { label: text('再訪の日', 'Revisit date'), kind: 'date' },
  'lost.revisitTrigger': { label: text('再訪のきっかけ', 'Revisit trigger'), kind: 'text' },
  'product.product': {
    label: text('利用中の製品', 'Product in use'),
    kind: 'choice',
    choices: productChoices,
  },
  'product.since': { label: text('利用開始日', 'In use since'), kind: 'date' },
  'product.reference': { label: text('契約・注文番号', 'Contract or order reference'), kind: 'text' },
  'product.confirmedBy': { label: text('確認したメンバー', 'Confirming member'), kind: 'member' },
  churn: { label: text('終了日と解約理由', 'End date and churn reason'), kind: 'churns' },
  'fit.reason': { label: text('不適合の理由', 'Bad-fit reason'), kind: 'choice', choices: badFitReasons },
  'fit.reasonText': { label: text('不適合の理由の内容', 'Bad-fit reason in words'), kind: 'text' },
  'fit.explicitNeed': { label: text('顕在的な課題', 'Explicit need'), kind: 'choice', choices: noneChoice },
  'fit.latentNeed': { label: text('潜在的な課題', 'Latent need'), kind: 'choice', choices: noneChoice },
  'fit.products': {
    label: text('照らし合わせた製品', 'Judged against products'),
    kind: 'products',
    choices: productChoices,
  },
  'onFile.reason': {
    label: text('登録保存の理由', 'On-file reason'),
    kind: 'choice',
    choices: onFileReasons,
  },
  'onFile.reasonText': { label: text('登録保存の理由の内容', 'On-file reason in words'), kind: 'text' },
  'onFile.successorId': {
    label: text('代わりになるアカウント', 'Account that stands for it'),
    kind: 'account',
  },
  'onFile.products': {
    label: text('利用中の製品の扱い', 'Products in use'),
    kind: 'choice',
    choices: fixedChoices({ successor: text('後継アカウントへ移す', 'Move to the successor') }),
  },
  coordinatedWith: { label: text('誰と調整したか', 'Coordinated with'), kind: 'text' },
  reason: { label: text('理由', 'Reason'), kind: 'text' },
  note: { label: text('コメント', 'Note'), kind: 'text' },
  'decision.to': {
    label: text('次のステータス', 'Next status'),
    kind: 'choice',
    choices: fixedChoices(Object.fromEntries(STATUSES.map((status) => [status, STATUS[status].label]))),
  },
} as const satisfies Record<string, InputField>;

export type FieldKey = keyof typeof INPUT_FIELDS;

export interface RequiredField {
  key: FieldKey;
  label: Text;
  kind: FieldKind;
  /** Only for choices. */
  choices: readonly { value: string; label: Text }[];
  /** What the form may offer first: a computed date, the caller's own ID; null when there is nothing to offer. */
  suggestion: string | null;
}

export const requiredField = (
  key: FieldKey,
  settings: Settings,
  suggestion: string | null = null,
): RequiredField => {
  const field: InputField = INPUT_FIELDS[key];
  const choices = Object.entries(field.choices?.(settings) ?? {});
  return {
    key,
    label: field.label,
    kind: field.kind,
    choices: choices.map(([value, label]) => ({ value, label })),
    suggestion,
  };
};
