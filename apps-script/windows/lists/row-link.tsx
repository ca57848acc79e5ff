/** A company whose row the person may want to see. */
import { ActionButton, ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import type { RowLinkMessage, RowLinks } from './row-links';

export interface RowLinkProps {
  viewer: Viewer;
  links: RowLinks;
  dispatch: Dispatch<RowLinkMessage>;
}

export const RowLink = ({
  viewer,
  links,
  dispatch,
  id,
  name,
}: RowLinkProps & { id: string; name: string }) => {
  const went = links[id];
  return (
    <span>
      <ActionButton act={() => dispatch({ type: 'goToRow', id })} kind="link">
        {name}
      </ActionButton>
      <span role="status">
        {went === undefined ? null : went.kind === 'error' ? (
          <ErrorView viewer={viewer} error={went.error} again={null} />
        ) : (
          <small>{tList(viewer, went.kind, { name })}</small>
        )}
      </span>
    </span>
  );
};
