/** How far a hand-over of many accounts is, and what became of each, on the page. */
import { ActionButton, ErrorView } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tHandOver } from '../messages/hand-over-catalog';
import { localize, memberName, type Viewer } from '../messages/viewer';
import type { HandOverMessage, HandOverState, MovedAccount } from './hand-over-state';
import { RefusedRows } from './refused-rows-view';

interface Props {
  viewer: Pick<Viewer, 'language' | 'members'>;
  state: HandOverState;
  dispatch: Dispatch<HandOverMessage>;
}

const Moved = ({ viewer, state, dispatch, account }: Props & { account: MovedAccount }) => {
  const { row, toId, undo } = account;
  return (
    <li>
      {row.name}
      {toId === null ? '' : ` → ${memberName(viewer, toId)}`}{' '}
      {undo === 'done' ? (
        <small>{tHandOver(viewer, 'undone')}</small>
      ) : (
        <ActionButton
          act={() => dispatch({ type: 'undo', id: row.id })}
          kind="link"
          disabled={undo === 'sending' || state.phase.kind === 'sending'}
        >
          {tHandOver(viewer, 'undo')}
          <span class="unseen">{` ${row.name}`}</span>
        </ActionButton>
      )}
      {typeof undo === 'object' ? <p class="problem">{localize(viewer, undo.refused)}</p> : null}
    </li>
  );
};

export const HandOverProgress = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { phase, moved, refused, rows } = state;
  const total = phase.kind === 'sending' || phase.kind === 'stopped' ? phase.total : 0;
  const left = rows?.length ?? 0;
  return (
    <div aria-live="polite">
      {phase.kind === 'sending' ? (
        <p>
          {tHandOver(viewer, 'progress', { n: total - left, total })}
          <progress max={total} value={total - left} />
        </p>
      ) : null}
      {phase.kind === 'stopped' ? (
        <>
          <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'begin' })} />
          <p class="hint">{tHandOver(viewer, 'stopped', { n: total - left, left })}</p>
        </>
      ) : null}
      {phase.kind === 'done' ? (
        <p class="outcome" tabIndex={-1}>
          {tHandOver(viewer, 'done', { n: moved.length, refused: refused.length })}
        </p>
      ) : null}
      <RefusedRows viewer={viewer} refused={refused} />
      {moved.length === 0 ? null : (
        <ul class="rows">
          {moved.map((account) => (
            <Moved key={account.row.id} {...props} account={account} />
          ))}
        </ul>
      )}
    </div>
  );
};
