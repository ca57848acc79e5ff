/** The check of the store on the page: how far it is, and what it found. */
import { MendView } from '../account/mend-view';
import { ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tMaintenance } from '../messages/maintenance-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { type CheckStoreMessage, type CheckStoreState, mendableAccount } from './check-store';

const MAX_SHOWN = 200;

interface Props {
  viewer: Pick<Viewer, 'language'>;
  state: CheckStoreState;
  dispatch: Dispatch<CheckStoreMessage>;
}

const Progress = ({ viewer, state: { phase, read, found }, dispatch }: Props) => {
  switch (phase.kind) {
    case 'checking':
      return <QuietNote>{tMaintenance(viewer, 'checking', { n: read })}</QuietNote>;
    case 'failed':
      return <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'goOn' })} />;
    case 'checked':
      return <p role="status">{tMaintenance(viewer, 'checked', { n: read, found })}</p>;
    default:
      return phase satisfies never;
  }
};

export const CheckStoreView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { findings, found, mends } = state;
  const shown = findings.slice(0, MAX_SHOWN);
  return (
    <>
      <Progress {...props} />
      {shown.length === 0 ? null : (
        <ul class="rows" style={{ maxHeight: 'none' }}>
          {shown.map((finding) => {
            const { code, accountId, name, document, detail, message } = finding;
            const mendable = mendableAccount(finding);
            return (
              <li key={`${code} ${document}`}>
                <strong>{name ?? accountId ?? document}</strong> {localize(viewer, message)}
                {detail === '' ? null : <small>{tMaintenance(viewer, 'technical', { detail })}</small>}
                {mendable === null ? null : (
                  <MendView
                    viewer={viewer}
                    state={mends[mendable] ?? { kind: 'offered' }}
                    dispatch={(one) => dispatch({ type: 'mend', accountId: mendable, message: one })}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {shown.length < found ? (
        <p class="quiet">{tMaintenance(viewer, 'firstFindings', { n: shown.length })}</p>
      ) : null}
    </>
  );
};
