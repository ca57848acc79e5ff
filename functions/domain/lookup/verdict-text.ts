/** The verdict of a look-up in words: parts of one sentence. */
import { type Account, openOpportunities } from '../account/account';
import { leaverName } from '../account/member-texts';
import { type Member, onFileReasons } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import { namesACompany } from '../company/name/names-a-company';
import { STATUS } from '../status/statuses';
import { counted } from '../text/counted';
import { type Text, text } from '../text/text';
import type { KnownKind, LookupVerdict, VerdictContext, VerdictKind } from './lookup-verdict';
import { matchReason } from './match-text';
import type { ParsedQuery } from './query';
import type { LookupHit, LookupQuery } from './rank';

export const joinToSentence = (parts: readonly Text[]): Text =>
  text(`${parts.map(({ ja }) => ja).join('、')}。`, `${parts.map(({ en }) => en).join('; ')}.`);

const KIND_TEXTS: Readonly<Record<KnownKind, { same: Text; likely: Text }>> = {
  client: {
    same: text('既存のお客様です', 'An existing customer'),
    likely: text('既存のお客様と思われます', 'Probably an existing customer'),
  },
  former: {
    same: text('以前のお客様です', 'A former customer'),
    likely: text('以前のお客様と思われます', 'Probably a former customer'),
  },
  known: {
    same: text('登録済みの会社です(お客様ではありません)', 'A company that we know, not a customer'),
    likely: text(
      '登録済みの会社と思われます(お客様ではありません)',
      'Probably a company that we know, not a customer',
    ),
  },
};

export const headline = (kind: KnownKind, account: Account, hit: LookupHit): Text => {
  // The full name is as good as a person can know it; that another may have it too is said behind.
  const head = KIND_TEXTS[kind][hit.sure === 'same' || hit.how === 'equal' ? 'same' : 'likely'];
  const why = matchReason(hit);
  const isMoved = account.id !== hit.account.id;
  const name = isMoved
    ? text(
        `旧: ${hit.account.name} → 現: ${account.name}`,
        `formerly ${hit.account.name}, now ${account.name}`,
      )
    : text(account.name, account.name);
  return hit.sure === 'same'
    ? text(`${head.ja}: ${name.ja}`, `${head.en}: ${name.en}`)
    : text(`${head.ja}(${why.ja}): ${name.ja}`, `${head.en} (${lowerFirst(why.en)}): ${name.en}`);
};

const lowerFirst = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1);

export const productWords = (kind: VerdictKind, products: LookupVerdict['products']): Text[] => {
  if (products.length === 0)
    return kind === 'client' ? [text('利用中の製品は未登録', 'no product in use is recorded')] : [];
  const uses = products.map(({ product, since, endsOn }) =>
    kind === 'former'
      ? text(`${product}(${endsOn ?? '日付不明'}に終了)`, `${product} ended ${endsOn ?? 'on an unknown day'}`)
      : text(
          `${product}(${since === null ? '開始日不明' : `${since}から`})`,
          `${product} since ${since ?? 'an unknown day'}`,
        ),
  );
  return [text(uses.map(({ ja }) => ja).join('・'), uses.map(({ en }) => en).join(', '))];
};

export const statusWords = (kind: VerdictKind, account: Account, { settings }: VerdictContext): Text => {
  const { label } = STATUS[account.standing.status];
  const reason =
    account.standing.status === 'ON_FILE'
      ? onFileReasons(settings)[account.standing.onFile?.reason ?? '']
      : undefined;
  const because = reason === undefined ? text('', '') : text(`・${reason.ja}`, ` (${reason.en})`);
  const open = openOpportunities(account).length;
  const deals =
    open === 0
      ? text('', '')
      : text(`、進行中の案件${open}件`, `, ${open} open ${open === 1 ? 'opportunity' : 'opportunities'}`);
  return kind === 'client' && account.standing.status === 'CURRENT_CLIENT'
    ? text(`ステータス「${label.ja}」${deals.ja}`, `status ${label.en}${deals.en}`)
    : text(
        `ステータス「${label.ja}」${because.ja}(${account.standing.since}から)${deals.ja}`,
        `status ${label.en}${because.en} since ${account.standing.since}${deals.en}`,
      );
};

export const ownerWords = (owner: Member | undefined, { ownerId }: Account): Text => {
  if (ownerId === null) return text('担当なし', 'no owner');
  if (owner === undefined) return text('担当者は不明', 'owner unknown');
  return owner.active
    ? text(`担当 ${owner.name}`, `owner ${owner.name}`)
    : text(`担当 ${leaverName(owner.name).ja}`, `owner ${leaverName(owner.name).en}`);
};

export const contactWords = (on: CalendarDate | null, by: string | null): Text[] => {
  if (on === null) return [text('連絡の記録なし', 'no contact on record')];
  const whom = by === null || by === '' ? text('', '') : text(`(${by})`, ` with ${by}`);
  return [text(`最終連絡 ${on}${whom.ja}`, `last contact ${on}${whom.en}`)];
};

export const awaitedWords = (awaitedCondition: string | null): Text[] =>
  awaitedCondition === null
    ? []
    : [text(`待っていること: ${awaitedCondition}`, `waiting for: ${awaitedCondition}`)];

export const parentWords = (parent: LookupVerdict['parent']): Text[] => {
  if (parent === null) return [];
  const { label } = STATUS[parent.status];
  return [text(`親会社は${parent.name}(${label.ja})`, `its parent is ${parent.name} (${label.en})`)];
};

/** One name for many companies decides nothing. */
export const sharingWords = (hits: readonly LookupHit[], { sharing }: VerdictContext): Text[] => {
  const [best] = hits;
  const read = hits.filter(({ how, sure }) => how === 'equal' && sure === best?.sure).length;
  const count = sharing ?? read;
  if (best === undefined || best.sure === 'same' || count < 2) return [];
  return [
    text(
      `同じ名前の会社が${count}社あります。法人番号かドメインで確かめてください`,
      `${counted(count, 'company has', 'companies share')} this name: make sure by corporate number or domain`,
    ),
  ];
};

const COMPARED: readonly [isCompared: (question: LookupQuery) => boolean, words: Text][] = [
  [({ id }) => id !== null, text('アカウントID', 'account ID')],
  [({ corporateNumber }) => corporateNumber !== null, text('法人番号', 'corporate number')],
  [({ securitiesCode }) => securitiesCode !== null, text('証券コード', 'securities code')],
  [({ domains }) => domains.length > 0, text('ドメイン', 'domain')],
  [
    ({ readings }) => readings.length > 0,
    text('会社名・旧社名・別名・英文名・読み', 'name, former and other names, English name, reading'),
  ],
];

/** Empty where there was nothing to compare. */
const comparedSentence = (question: LookupQuery): Text => {
  const words = COMPARED.filter(([isCompared]) => isCompared(question)).map(([, one]) => one);
  return words.length === 0
    ? text('', '')
    : text(
        `比べた項目: ${words.map(({ ja }) => ja).join('・')}。`,
        ` Compared: ${words.map(({ en }) => en).join(', ')}.`,
      );
};

type Asked = Pick<ParsedQuery, 'value' | 'question'>;

const withCompared = (answer: Text, question: LookupQuery): Text => {
  const compared = comparedSentence(question);
  return text(answer.ja + compared.ja, answer.en + compared.en);
};

/** None is meant for sure: so many are listed. */
export const similarCompaniesText = ({ value, question }: Asked, count: number): Text =>
  withCompared(
    text(
      `「${value}」に近い名前の会社が${count}社あります。一覧を見て、どれでもないときだけ登録してください。`,
      `${count} ${count === 1 ? 'company has a name' : 'companies have names'} like “${value}”: look at the list, and register it only where it is none of them.`,
    ),
    question,
  );

/** An ID is no company yet, nor is a text that names none. */
const isRegistrable = ({ value, question }: Asked): boolean => {
  const { id, corporateNumber, securitiesCode, domains, readings } = question;
  if (id !== null) return false;
  if (corporateNumber !== null || securitiesCode !== null || domains.length > 0) return true;
  return readings.length > 0 && namesACompany(value);
};

export const newCompanyText = (asked: Asked): Text => {
  const { value, question } = asked;
  const unknown = text(`「${value}」は台帳にありません。`, `“${value}” is not in the register`);
  const offered = text(
    `${unknown.ja}この内容で新しく登録できます。`,
    `${unknown.en}; it can be registered with what was typed.`,
  );
  return withCompared(isRegistrable(asked) ? offered : text(unknown.ja, `${unknown.en}.`), question);
};
