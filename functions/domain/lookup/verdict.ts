/** The answer to "is this company already ours?", in one sentence that a newcomer understands. */
import { type Account, lastContact, openOpportunities, productsInUse, sortedById } from '../account/account';
import { type Member, onFileReasons, type Settings } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import { STATUS, type Status } from '../status/statuses';
import { type Text, text } from '../text/text';
import { type Certainty, type LookupHit, matchReason } from './rank';

/** A customer now, one of before, a company that we know, or none of ours. */
export type VerdictKind = 'client' | 'former' | 'known' | 'new';

export interface LookupVerdict {
  kind: VerdictKind;
  /** How sure it is that the company is meant; null for a new one. */
  sure: Certainty | null;
  /** The account that stands for the company now; null for a new one. */
  accountId: string | null;
  /** In use for a client, ended for a former one. */
  products: readonly {
    product: string;
    since: CalendarDate | null;
    endsOn: CalendarDate | null;
    source: string | null;
  }[];
  ownerId: string | null;
  ownerName: string | null;
  lastContact: CalendarDate | null;
  lastContactWith: string | null;
  awaitedCondition: string | null;
  parent: { id: string; name: string; status: Status } | null;
  /** From the company that was found to the one that stands for it now, names in order; empty where it stands for itself. */
  path: readonly { id: string; name: string }[];
  text: Text;
}

export interface LookupLinks {
  /** The accounts that the best hit leads to, one after the other. */
  successors: readonly Account[];
  parent: Account | null;
}

interface VerdictContext {
  today: CalendarDate;
  members: Readonly<Record<string, Member>>;
  settings: Settings;
  /** How many companies have the name, where that is known to be more than were read. */
  sharing: number | null;
}

export const verdictOf = (
  hits: readonly LookupHit[],
  links: LookupLinks,
  typed: string,
  setting: VerdictContext,
): LookupVerdict => {
  const [best] = hits;
  if (best === undefined || !isConclusive(hits)) return newCompanyVerdict(hits, typed);
  const account = links.successors[links.successors.length - 1] ?? best.account;
  const { kind, products } = productUse(account, setting.today);
  const contact = lastContact(account);
  const owner = account.ownerId === null ? undefined : setting.members[account.ownerId];
  const facts = {
    kind,
    sure: best.sure,
    accountId: account.id,
    products,
    ownerId: account.ownerId,
    ownerName: owner?.name ?? null,
    lastContact: contact?.date ?? null,
    lastContactWith: contact?.with ?? null,
    awaitedCondition: account.awaitedCondition,
    parent:
      links.parent === null
        ? null
        : { id: links.parent.id, name: links.parent.name, status: links.parent.status },
    path:
      links.successors.length === 0
        ? []
        : [best.account, ...links.successors].map(({ id, name }) => ({ id, name })),
  };
  const parts = [
    headline(kind, account, best),
    ...productWords(kind, products),
    statusWords(kind, account, setting),
    ownerWords(owner, account),
    ...contactWords(facts.lastContact, facts.lastContactWith),
    ...awaitedWords(account),
    ...parentWords(facts.parent),
    ...sharingWords(hits, setting),
  ];
  return { ...facts, text: joinToSentence(parts) };
};

/**
 * Whether the best hit is what the verdict is about: a sure one, or the only company of which that is a part or a slip away.
 * A customer is no new company because half its name was typed.
 */
export const isConclusive = ([best, ...others]: readonly LookupHit[]): boolean =>
  best !== undefined &&
  (best.sure !== 'similar' || (others.length === 0 && (best.how === 'part' || best.how === 'slip')));

const joinToSentence = (parts: readonly Text[]): Text =>
  text(`${parts.map(({ ja }) => ja).join('、')}。`, `${parts.map(({ en }) => en).join('; ')}.`);

type KnownKind = Exclude<VerdictKind, 'new'>;

const productUse = (
  account: Account,
  today: CalendarDate,
): { kind: KnownKind; products: LookupVerdict['products'] } => {
  const inUse = productsInUse(account, today);
  const told = (uses: typeof inUse): LookupVerdict['products'] =>
    uses.map(({ product, since, endsOn, source }) => ({ product, since, endsOn, source }));
  if (account.status === 'CURRENT_CLIENT' || inUse.length > 0)
    return { kind: 'client', products: told(inUse) };
  const ended = sortedById(account.products).filter(
    ({ state, endsOn }) => state === 'ended' || (state === 'live' && endsOn !== null && endsOn <= today),
  );
  return ended.length > 0 ? { kind: 'former', products: told(ended) } : { kind: 'known', products: [] };
};

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

const headline = (kind: KnownKind, account: Account, hit: LookupHit): Text => {
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

const productWords = (kind: VerdictKind, products: LookupVerdict['products']): Text[] => {
  if (products.length === 0)
    return kind === 'client' ? [text('利用中の製品は未登録', 'no product in use is recorded')] : [];
  const told = products.map(({ product, since, endsOn }) =>
    kind === 'former'
      ? text(`${product}(${endsOn ?? '日付不明'}に終了)`, `${product} ended ${endsOn ?? 'on an unknown day'}`)
      : text(
          `${product}(${since === null ? '開始日不明' : `${since}から`})`,
          `${product} since ${since ?? 'an unknown day'}`,
        ),
  );
  return [text(told.map(({ ja }) => ja).join('・'), told.map(({ en }) => en).join(', '))];
};

const statusWords = (kind: VerdictKind, account: Account, { settings }: VerdictContext): Text => {
  const { label } = STATUS[account.status];
  const reason =
    account.status === 'ON_FILE' ? onFileReasons(settings)[account.onFile?.reason ?? ''] : undefined;
  const because = reason === undefined ? text('', '') : text(`・${reason.ja}`, ` (${reason.en})`);
  const open = openOpportunities(account).length;
  const deals =
    open === 0
      ? text('', '')
      : text(`、進行中の案件${open}件`, `, ${open} open ${open === 1 ? 'opportunity' : 'opportunities'}`);
  return kind === 'client' && account.status === 'CURRENT_CLIENT'
    ? text(`ステータス「${label.ja}」${deals.ja}`, `status ${label.en}${deals.en}`)
    : text(
        `ステータス「${label.ja}」${because.ja}(${account.statusSince}から)${deals.ja}`,
        `status ${label.en}${because.en} since ${account.statusSince}${deals.en}`,
      );
};

const ownerWords = (owner: Member | undefined, { ownerId }: Account): Text => {
  if (ownerId === null) return text('担当なし', 'no owner');
  if (owner === undefined) return text('担当者は不明', 'owner unknown');
  return owner.active
    ? text(`担当 ${owner.name}`, `owner ${owner.name}`)
    : text(`担当 ${owner.name}(退職)`, `owner ${owner.name} (has left)`);
};

const contactWords = (on: CalendarDate | null, by: string | null): Text[] => {
  if (on === null) return [text('連絡の記録なし', 'no contact on record')];
  const whom = by === null || by === '' ? text('', '') : text(`(${by})`, ` with ${by}`);
  return [text(`最終連絡 ${on}${whom.ja}`, `last contact ${on}${whom.en}`)];
};

const awaitedWords = ({ awaitedCondition }: Account): Text[] =>
  awaitedCondition === null
    ? []
    : [text(`待っていること: ${awaitedCondition}`, `waiting for: ${awaitedCondition}`)];

const parentWords = (parent: LookupVerdict['parent']): Text[] => {
  if (parent === null) return [];
  const { label } = STATUS[parent.status];
  return [text(`親会社は${parent.name}(${label.ja})`, `its parent is ${parent.name} (${label.en})`)];
};

/** One name for many companies decides nothing. */
const sharingWords = (hits: readonly LookupHit[], { sharing }: VerdictContext): Text[] => {
  const [best] = hits;
  const read = hits.filter(({ how, sure }) => how === 'equal' && sure === best?.sure).length;
  const count = sharing ?? read;
  if (best === undefined || best.sure === 'same' || count < 2) return [];
  return [
    text(
      `同じ名前の会社が${count}社あります。法人番号かドメインで確かめてください`,
      `${count} companies share this name: make sure by corporate number or domain`,
    ),
  ];
};

const newCompanyVerdict = (hits: readonly LookupHit[], typed: string): LookupVerdict => {
  const similar =
    hits.length === 0
      ? text('この内容で新しく登録できます', 'it can be registered with what was typed')
      : text(
          `似た名前の会社が${hits.length}社あるので、登録の前に一覧を確かめてください`,
          `${hits.length} similar ${hits.length === 1 ? 'name is' : 'names are'} listed: look at them before you register it`,
        );
  return {
    kind: 'new',
    sure: null,
    accountId: null,
    products: [],
    ownerId: null,
    ownerName: null,
    lastContact: null,
    lastContactWith: null,
    awaitedCondition: null,
    parent: null,
    path: [],
    text: joinToSentence([
      text(`「${typed}」は台帳にありません`, `“${typed}” is not in the register`),
      similar,
    ]),
  };
};
