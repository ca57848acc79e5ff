/** A refusal that teaches: which rule, what is missing, who changed what meanwhile, and what is possible now. */
import type { ConflictFacts } from '../../../functions/domain/commands/command-refusal';
import { changedValueText } from '../../../functions/domain/history/change-text';
import { statusLabel } from '../../../functions/domain/history/value-words';
import type { Status } from '../../../functions/domain/status/statuses';
import { commandText } from '../messages/command-text';
import { traitLabels } from '../messages/merge-text';
import { refusalFactLines } from '../messages/refusal-text';
import { formatDate, localize, memberName, t, type Viewer } from '../messages/viewer';
import { ActionButton, StatusChip } from './elements';
import { likelyDuplicates, type WindowRefusal } from './refusal-facts';

interface Props {
  viewer: Viewer;
  refusal: WindowRefusal;
}

const FOLLOWING_FIELDS: readonly string[] = ['status', 'statusSince', 'everMet'];

/** Who did what when, and both values. */
const Conflict = ({ viewer, facts: { since, yours } }: { viewer: Viewer; facts: ConflictFacts }) => (
  <div>
    {since.map(({ on, by, byName, changes }) => {
      const status = changes.find((change) => change.path === 'status');
      const lines = changes
        .filter(({ path }) => !FOLLOWING_FIELDS.includes(path))
        .flatMap((change) => changedValueText(viewer, change) ?? []);
      return (
        <div key={[on, by, ...changes.map(({ path }) => path)].join()} class="theirs">
          <strong>
            {t(viewer, 'theirs', { who: byName ?? memberName(viewer, by), at: formatDate(viewer, on) })}
          </strong>
          <ul>
            {status === undefined ? null : (
              <li>{`${statusLabel(viewer, status.before)} → ${statusLabel(viewer, status.after)}`}</li>
            )}
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      );
    })}
    {yours === undefined ? null : (
      <div>
        <strong>{t(viewer, 'yours')}</strong> {commandText(viewer, yours)}
      </div>
    )}
  </div>
);

interface OtherAccount {
  id: string;
  name: string;
  status: Status;
  /** What else is known of it, in a line. */
  more: string | null;
}

/** The companies that it seems to be, or is: which they are, by what, and whom to ask. */
const otherAccounts = (viewer: Viewer, refusal: WindowRefusal): OtherAccount[] => {
  if (refusal.code === 'DUPLICATE_CORPORATE_NUMBER') {
    const { accountId: id, name, status } = refusal.facts;
    return [{ id, name, status, more: null }];
  }
  return likelyDuplicates(refusal).map((other) => ({
    ...other,
    more: [
      t(viewer, 'alikeBy', { facts: traitLabels(viewer, other.why) }),
      `${t(viewer, 'owner')}: ${other.ownerName ?? t(viewer, 'nobody')}`,
    ].join(' · '),
  }));
};

const OtherAccounts = ({ viewer, refusal, goTo }: Props & { goTo: (id: string) => void }) => {
  const others = otherAccounts(viewer, refusal);
  if (others.length === 0) return null;
  return (
    <ul class="plain">
      {others.map(({ id, name, status, more }) => (
        <li key={id} class="other">
          <div class="item">
            <span>
              <span class="name">{name}</span> <StatusChip viewer={viewer} status={status} />
            </span>
            <ActionButton act={() => goTo(id)} kind="link">
              {t(viewer, 'openIt')}
            </ActionButton>
          </div>
          {more === null ? null : <div class="quiet">{more}</div>}
        </li>
      ))}
    </ul>
  );
};

const LegalNow = ({ viewer, refusal: { code, missing, legal } }: Props) =>
  (missing ?? []).length > 0 || code === 'CONFLICT' || (legal ?? []).length === 0 ? null : (
    <p>
      {t(viewer, 'legalNow')}{' '}
      {legal.map((status) => (
        <span key={status}>
          <StatusChip viewer={viewer} status={status} />{' '}
        </span>
      ))}
    </p>
  );

export const RefusalDetails = ({
  viewer,
  refusal,
  reload,
  goTo,
}: Props & { reload: (() => void) | null; goTo: (id: string) => void }) => {
  const { code, message } = refusal;
  const reasons = (refusal.reasons ?? []).length > 0 ? refusal.reasons : [{ code, message }];
  const isConflict = code === 'CONFLICT';
  return (
    <div class="refusal" role="alert">
      <ul class="plain">
        {reasons.map((reason) => (
          <li key={reason.code}>{localize(viewer, reason.message)}</li>
        ))}
      </ul>
      {refusal.code === 'REQUEST_INVALID'
        ? null
        : refusalFactLines(viewer, refusal).map((line) => <p key={line}>{line}</p>)}
      <OtherAccounts viewer={viewer} refusal={refusal} goTo={goTo} />
      {refusal.code === 'CONFLICT' ? <Conflict viewer={viewer} facts={refusal.facts} /> : null}
      {isConflict && reload !== null ? <ActionButton act={reload}>{t(viewer, 'reload')}</ActionButton> : null}
      <LegalNow viewer={viewer} refusal={refusal} />
    </div>
  );
};
