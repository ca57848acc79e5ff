/** The texts of a lookup's result. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import type { WindowMessageKey } from './catalog';
import { formatDate, t, type Viewer } from './viewer';

type Hit = LookupAnswer['hits'][number];

export const SURENESS_KEYS: Readonly<Record<Hit['sure'], WindowMessageKey>> = {
  same: 'sureSame',
  likely: 'sureLikely',
  similar: 'sureSimilar',
};

/** One line for each product: since when or until when, and from which list it is known. */
export const productLines = (
  viewer: Pick<Viewer, 'language'>,
  products: LookupAnswer['verdict']['products'],
): string[] =>
  products.map(({ product, since, endsOn, source }) => {
    const list = sourceList(source);
    return [
      product,
      since === null ? null : t(viewer, 'sinceDate', { date: formatDate(viewer, since) }),
      endsOn === null ? null : t(viewer, 'untilDate', { date: formatDate(viewer, endsOn) }),
      list === null ? null : t(viewer, 'fromList', { list }),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  });

/** The list from which a product is known; null where it comes from an opportunity or a merge. */
const sourceList = (source: string | null): string | null =>
  source === null || /^(opportunity|account):/.test(source) ? null : source.replace(/^list:/, '');

/** What is not listed: further hits, and companies of this name that were not read. Null where everything is listed. */
export const moreHitsText = (
  viewer: Pick<Viewer, 'language'>,
  { hits, more, count }: Pick<LookupAnswer, 'more' | 'count'> & { hits: readonly Pick<Hit, 'how'>[] },
  shown: number,
): string | null => {
  const read = hits.filter(({ how }) => how === 'equal').length;
  const n = hits.length - shown + (more && count !== null ? Math.max(0, count - read) : 0);
  if (n > 0) return t(viewer, 'othersToo', { n });
  return more ? t(viewer, 'othersUncounted') : null;
};
