/** Reading more documents than one query should bring. */
import type { Query, QueryDocumentSnapshot } from '@google-cloud/firestore';

/**
 * The documents of a query that orders them by their IDs, page by page; all pages but the last one are full. Where
 * `after` is the ID of a document, the pages begin behind it.
 */
export async function* documentPages(
  query: Query,
  documentsPerPage: number,
  after: string | null = null,
): AsyncGenerator<readonly QueryDocumentSnapshot[]> {
  let last = after;
  for (;;) {
    const page = query.limit(documentsPerPage);
    const { docs } = await (last === null ? page : page.startAfter(last)).get();
    if (docs.length > 0) yield docs;
    if (docs.length < documentsPerPage) return;
    last = docs.at(-1)?.id ?? null;
  }
}
