/** What a search found, each a button. */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import { StatusChip } from '../kit/elements';
import { SURENESS_KEYS } from '../messages/lookup-text';
import { localize, memberName, t, type Viewer } from '../messages/viewer';
import type { LookupChoice } from './lookup';

type Hit = LookupAnswer['hits'][number];

/** One whose kind is a stop is also reached by the arrow keys of the search field. */
export const HitList = ({
  viewer,
  hits,
  kind,
  choose,
}: {
  viewer: Viewer;
  hits: readonly Hit[];
  kind: 'hit' | 'hit stop';
  choose: (choice: LookupChoice) => void;
}) => (
  <ul class="plain">
    {hits.map(({ row, why, sure }) => (
      <li key={row.id}>
        <button type="button" class={kind} onClick={() => choose(row)}>
          <span class="hit-text">
            <span class="name">{row.name}</span>
            <StatusChip viewer={viewer} status={row.status} />
            <span class="sureness" data-sure={sure}>
              {t(viewer, SURENESS_KEYS[sure])}
            </span>
            <span class="quiet">
              {[localize(viewer, why), `${t(viewer, 'owner')}: ${memberName(viewer, row.ownerId)}`].join(
                ' · ',
              )}
            </span>
          </span>
        </button>
      </li>
    ))}
  </ul>
);
