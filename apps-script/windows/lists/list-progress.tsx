/** How far a long list is that is read in several calls. */
import { type ListMessageKey, tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';

interface Props {
  viewer: Viewer;
  doing: ListMessageKey;
  /** Of the calls that were answered; null before the first. */
  before: { next: number | null; total: number } | null;
}

export const ListProgress = ({ viewer, doing, before }: Props) => {
  const label = tList(viewer, doing);
  if (before === null) return <p class="quiet">{label}</p>;
  const { next, total } = before;
  const done = next ?? total;
  return (
    <>
      <progress max={Math.max(1, total)} value={done} aria-label={label} />
      <p class="quiet">
        {label} {tList(viewer, 'doneOf', { done, total })}
      </p>
    </>
  );
};
