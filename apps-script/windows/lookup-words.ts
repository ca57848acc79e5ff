/** What a lookup found, in words. */
import type { LookupAnswer } from '../../functions/contract';
import { type Here, say, shownDate } from './here';
import type { WordKey } from './words';

type Hit = LookupAnswer['hits'][number];

export const SURE: Readonly<Record<Hit['sure'], WordKey>> = {
  same: 'sureSame',
  likely: 'sureLikely',
  similar: 'sureSimilar',
};

/** Each product on a line: since when or until when, and from which list it is known. */
export const productsTold = (
  here: Pick<Here, 'language'>,
  products: LookupAnswer['verdict']['products'],
): string[] =>
  products.map(({ product, since, endsOn, source }) => {
    const list = listOf(source);
    return [
      product,
      since === null ? null : say(here, 'sinceDate', { date: shownDate(here, since) }),
      endsOn === null ? null : say(here, 'untilDate', { date: shownDate(here, endsOn) }),
      list === null ? null : say(here, 'fromList', { list }),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  });

/** The list that a product is known from; null where it is known otherwise: from an opportunity, or from a merge. */
const listOf = (source: string | null): string | null =>
  source === null || /^(opportunity|account):/.test(source) ? null : source.replace(/^list:/, '');

/** What is not listed: the hits below, and companies of this name that were not read. Null where all is. */
export const restTold = (
  here: Pick<Here, 'language'>,
  { hits, more, count }: Pick<LookupAnswer, 'more' | 'count'> & { hits: readonly Pick<Hit, 'how'>[] },
  shown: number,
): string | null => {
  const read = hits.filter(({ how }) => how === 'equal').length;
  const n = hits.length - shown + (more && count !== null ? Math.max(0, count - read) : 0);
  if (n > 0) return say(here, 'othersToo', { n });
  return more ? say(here, 'othersUncounted') : null;
};
