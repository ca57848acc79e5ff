/** Which leads are known already: the sentences, the counts by status, the rows, and the rows as a file. */
import type { KnownLead } from '../../../functions/contract/leads';
import { STATUSES } from '../../../functions/domain/status/statuses';
import { ActionButton, StatusChip } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import {
  formatCount,
  isCertainMatch,
  leadsDetails,
  leadsHeadline,
  matchText,
  meetingText,
} from '../messages/leads-text';
import { type ListMessageKey, tList } from '../messages/list-catalog';
import { formatDate, type Viewer } from '../messages/viewer';
import { isListRead } from './columns';
import type { LeadsMessage, LeadsState, MatchedLeads } from './leads-state';
import { ProblemsView } from './remarks-view';
import { RowLink, type RowLinkProps } from './row-link';
import { SimilarLeads } from './similar-view';

interface Props {
  state: LeadsState;
  phase: MatchedLeads;
  dispatch: Dispatch<LeadsMessage>;
}

const TableHead = ({ viewer, keys }: { viewer: Viewer; keys: readonly ListMessageKey[] }) => (
  <thead class="heads">
    <tr>
      {keys.map((key) => (
        <th key={key} scope="col" class={`col-${key}`}>
          {tList(viewer, key)}
        </th>
      ))}
    </tr>
  </thead>
);

const StatusTable = ({ state: { viewer }, phase: { answer } }: Props) => (
  <table class="grid counts">
    <caption class="unseen">{tList(viewer, 'byStatus')}</caption>
    <TableHead viewer={viewer} keys={['statusHead', 'countHead']} />
    <tbody>
      {STATUSES.filter((status) => answer.byStatus[status] > 0).map((status) => (
        <tr key={status}>
          <td>
            <StatusChip viewer={viewer} status={status} />
          </td>
          <td class="number">{formatCount(answer.byStatus[status])}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const LeadRow = ({ lead, ...props }: RowLinkProps & { lead: KnownLead }) => {
  const { viewer } = props;
  const { line, name, accountId, accountName, status, products, met, owner, nextCheck } = lead;
  return (
    <tr>
      <td class="number quiet">{line}</td>
      <td>
        <div class="name">{name}</div>
        <div>
          <RowLink {...props} id={accountId} name={accountName} />
        </div>
        <div class={isCertainMatch(lead) ? 'sure' : 'unsure'}>{matchText(viewer, lead)}</div>
      </td>
      <td>
        <StatusChip viewer={viewer} status={status} />
        {products.length === 0 ? null : <div class="quiet">{products.join(' / ')}</div>}
      </td>
      <td class={met ? '' : 'quiet'}>{meetingText(viewer, lead)}</td>
      <td class={owner === null ? 'quiet' : ''}>{owner ?? tList(viewer, 'nobody')}</td>
      <td>
        {lead.awaitedCondition}
        {nextCheck === null ? null : (
          <div class="quiet">{tList(viewer, 'nextCheckOn', { date: formatDate(viewer, nextCheck) })}</div>
        )}
      </td>
    </tr>
  );
};

/** Downloads may be blocked in the frame of a dialog: the text stands there to be copied too. */
const CsvText = ({ state: { viewer }, phase: { csv, answer }, dispatch }: Props) => {
  if (csv === null) return null;
  const copied = csv.copied === null ? '' : tList(viewer, csv.copied ? 'copied' : 'copyByHand');
  return (
    <div class="field">
      <label for="leads-csv">{tList(viewer, 'csvReady', { n: formatCount(answer.rows.length) })}</label>
      <textarea id="leads-csv" rows={6} readOnly spellcheck={false} wrap="off" value={csv.text} />
      <div class="buttons">
        <ActionButton act={() => dispatch({ type: 'copyCsv' })}>{tList(viewer, 'copy')}</ActionButton>
      </div>
      <p class="hint" role="status">
        {copied}
      </p>
    </div>
  );
};

const LeadRows = (props: Props) => {
  const { state, phase, dispatch } = props;
  const { viewer, links } = state;
  const { answer, shown } = phase;
  const { rows } = answer;
  return (
    <div>
      <div class="section-head">
        <h3>{tList(viewer, 'knownRows')}</h3>
        <ActionButton act={() => dispatch({ type: 'saveCsv' })}>{tList(viewer, 'saveCsv')}</ActionButton>
      </div>
      <div>
        <CsvText {...props} />
      </div>
      <table class="grid leads">
        <TableHead
          viewer={viewer}
          keys={['lineHead', 'leadHead', 'statusHead', 'metHead', 'owner', 'waitsHead']}
        />
        <tbody>
          {rows.slice(0, shown).map((lead) => (
            <LeadRow
              key={lead.line}
              viewer={viewer}
              links={links}
              dispatch={(message) => dispatch({ type: 'links', message })}
              lead={lead}
            />
          ))}
        </tbody>
      </table>
      <div class="buttons">
        {shown < rows.length ? (
          <ActionButton act={() => dispatch({ type: 'showMore' })}>{tList(viewer, 'showMore')}</ActionButton>
        ) : null}
        <span class="quiet" role="status">
          {tList(viewer, 'shownOf', {
            n: formatCount(shown),
            all: formatCount(answer.known + answer.unsure),
          })}
        </span>
      </div>
    </div>
  );
};

export const LeadsResult = (props: Props) => {
  const { viewer } = props.state;
  const { answer } = props.phase;
  const { total, known, rows, fields, problems, problemCount } = answer;
  return (
    <>
      {total === 0 ? (
        <h3 tabIndex={-1}>{tList(viewer, isListRead(answer) ? 'noUsableRow' : 'listUnread')}</h3>
      ) : (
        <p class="headline" tabIndex={-1}>
          {leadsHeadline(viewer, answer)}
        </p>
      )}
      {total === 0 ? null : (
        <ul>
          {leadsDetails(viewer, answer).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {known === 0 ? null : <StatusTable {...props} />}
      <ProblemsView viewer={viewer} fields={fields} remarks={problems} count={problemCount} />
      {total === 0 ? null : (
        <div class="buttons">
          <ActionButton act={() => props.dispatch({ type: 'importThese' })}>
            {tList(viewer, 'importThese')}
          </ActionButton>
          <span class="quiet">{tList(viewer, 'importTheseHint')}</span>
        </div>
      )}
      <SimilarLeads
        viewer={viewer}
        answer={props.phase.answer}
        links={{
          links: props.state.links,
          dispatch: (message) => props.dispatch({ type: 'links', message }),
        }}
      />
      {rows.length === 0 ? null : <LeadRows {...props} />}
    </>
  );
};
