/** The answer to "is this company already ours?", in one sentence that a newcomer understands. */
import { type Account, lastContact, sortedById } from '../account/account';
import { DECISION_DUE } from '../account/decision-texts';
import { awaitsDecision, lastingProducts, productsInUse } from '../account/product-use';
import { runningCheck } from '../account/standing';
import type { CalendarDate } from '../calendar/calendar-date';
import type { KnownKind, LookupVerdict, VerdictContext } from './lookup-verdict';
import type { ParsedQuery } from './query';
import type { LookupHit } from './rank';
import {
  awaitedWords,
  contactWords,
  headline,
  joinToSentence,
  newCompanyText,
  ownerWords,
  parentWords,
  productWords,
  sharingWords,
  similarCompaniesText,
  statusWords,
} from './verdict-text';

export interface LookupLinks {
  /** The accounts that the best hit leads to, one after the other. */
  successors: readonly Account[];
  parent: Account | null;
}

export const verdictOf = (
  hits: readonly LookupHit[],
  links: LookupLinks,
  asked: Pick<ParsedQuery, 'value' | 'question'>,
  context: VerdictContext,
): LookupVerdict => {
  const [best] = hits;
  if (best === undefined || !isConclusive(hits)) return undecidedVerdict(hits, asked);
  const account = links.successors[links.successors.length - 1] ?? best.account;
  const { kind, products } = productUse(account, context.today);
  const contact = lastContact(account);
  const owner = account.ownerId === null ? undefined : context.members[account.ownerId];
  const facts = {
    kind,
    sure: best.sure,
    accountId: account.id,
    products,
    ownerId: account.ownerId,
    ownerName: owner?.name ?? null,
    lastContact: contact?.date ?? null,
    lastContactWith: contact?.with ?? null,
    awaitedCondition: runningCheck(account.standing)?.awaitedCondition ?? null,
    parent:
      links.parent === null
        ? null
        : { id: links.parent.id, name: links.parent.name, status: links.parent.standing.status },
    path:
      links.successors.length === 0
        ? []
        : [best.account, ...links.successors].map(({ id, name }) => ({ id, name })),
  };
  const parts = [
    headline(kind, account, best),
    ...productWords(kind, products),
    statusWords(kind, account, context),
    ...(isDecisionDue(account, context.today) ? [DECISION_DUE] : []),
    ownerWords(owner, account),
    ...contactWords(facts.lastContact, facts.lastContactWith),
    ...awaitedWords(facts.awaitedCondition),
    ...parentWords(facts.parent),
    ...sharingWords(hits, context),
  ];
  return { ...facts, text: joinToSentence(parts) };
};

/**
/**
 * Whether the best hit is what the verdict is about: a sure one, the only one that is the same but for words of trade, or the only
 * company of which that is a part or a slip away; one that only looks like it is no other. A customer is no new company because half
 * its name was typed.
 */
export const isConclusive = ([best, ...others]: readonly LookupHit[]): boolean => {
  if (best === undefined) return false;
  if (best.sure !== 'similar') return true;
  if (best.how === 'head') return others.every(({ how }) => how !== 'head');
  return others.every(({ how }) => how === 'misread') && (best.how === 'part' || best.how === 'slip');
};

const isDecisionDue = ({ standing, products }: Account, today: CalendarDate): boolean =>
  awaitsDecision({ ...standing, products }, today);

const productUse = (
  account: Account,
  today: CalendarDate,
): { kind: KnownKind; products: LookupVerdict['products'] } => {
  const inUse = productsInUse(account, today);
  const factsOf = (uses: typeof inUse): LookupVerdict['products'] =>
    uses.map(({ product, since, endsOn, source }) => ({ product, since, endsOn, source }));
  if ((account.standing.status === 'CURRENT_CLIENT' && !isDecisionDue(account, today)) || inUse.length > 0)
    // What is agreed and begins later, where nothing is in use yet.
    return { kind: 'client', products: factsOf(inUse.length > 0 ? inUse : lastingProducts(account, today)) };
  const ended = sortedById(account.products).filter(
    ({ state, endsOn }) => state === 'ended' || (state === 'live' && endsOn !== null && endsOn <= today),
  );
  return ended.length > 0 ? { kind: 'former', products: factsOf(ended) } : { kind: 'known', products: [] };
};

/** Nothing that was found is meant for sure. */
const undecidedVerdict = (
  hits: readonly LookupHit[],
  asked: Pick<ParsedQuery, 'value' | 'question'>,
): LookupVerdict => ({
  kind: hits.length === 0 ? 'new' : 'similar',
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
  text: hits.length === 0 ? newCompanyText(asked) : similarCompaniesText(asked, hits.length),
});
