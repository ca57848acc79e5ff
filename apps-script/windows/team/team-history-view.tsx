/** Who changed members or settings, on the page: the newest first. */
import type { TeamEntry } from '../../../functions/domain/account/team-entry';
import { ActionButton, ErrorView, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { joinNames, tTeam } from '../messages/team-catalog';
import { changedMemberLine, changedSettingLines } from '../messages/team-history-text';
import { formatDate, memberName, type Viewer } from '../messages/viewer';
import { zonedMinute } from '../messages/zoned-minute';
import type { TeamHistoryMessage, TeamHistoryState } from './team-history';

interface Props {
  viewer: Pick<Viewer, 'language' | 'members'>;
  /** IANA zone of the team. */
  zone: string;
  state: TeamHistoryState;
  dispatch: Dispatch<TeamHistoryMessage>;
}

const EntryItem = ({
  viewer,
  zone,
  about,
  entry,
}: Pick<Props, 'viewer' | 'zone'> & {
  about: TeamHistoryState['about'];
  entry: TeamEntry;
}) => {
  const lines =
    about === 'members'
      ? entry.members.map((member) => changedMemberLine(viewer, member))
      : changedSettingLines(viewer, entry.settings);
  return (
    <li>
      <small class="when">
        {`${formatDate(viewer, zonedMinute(zone, entry.at))} · ${memberName(viewer, entry.by)}`}
      </small>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {entry.unreadable.length === 0 ? null : (
        <div class="quiet">
          {tTeam(viewer, 'unreadableParts', { names: joinNames(viewer, entry.unreadable) })}
        </div>
      )}
    </li>
  );
};

export const TeamHistoryView = ({ viewer, zone, state, dispatch }: Props) => {
  const { about, entries, next, phase } = state;
  return (
    <section class="history">
      <h3>{tTeam(viewer, 'history')}</h3>
      <p class="hint">{tTeam(viewer, 'historyKept')}</p>
      <ul class="plain entries">
        {entries.map((entry) => (
          <EntryItem key={entry.version} viewer={viewer} zone={zone} about={about} entry={entry} />
        ))}
      </ul>
      {phase.kind === 'reading' ? <QuietNote>{tTeam(viewer, 'reading')}</QuietNote> : null}
      {phase.kind === 'failed' ? (
        <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'readNewest' })} />
      ) : null}
      {phase.kind === 'read' && entries.length === 0 && next === null ? (
        <p class="quiet">{tTeam(viewer, 'noHistory')}</p>
      ) : null}
      {phase.kind === 'read' && next !== null ? (
        <ActionButton act={() => dispatch({ type: 'readOlder' })} kind="link">
          {tTeam(viewer, 'older')}
        </ActionButton>
      ) : null}
    </section>
  );
};
