/** What of a list waits for a decision, or was decided before: rows that are likely known, words that say nothing by themselves, and other statuses than the register has. */
import type { ImportAnswer } from '../../../functions/contract/import';
import type { GroupRule } from '../../../functions/domain/company/likely-company';
import { ActionButton, StatusChip } from '../kit/elements';
import { tList } from '../messages/list-catalog';
import { localize } from '../messages/viewer';
import { waitingGroups } from './list-decisions';
import { AccountsOfRow, type DecisionProps, ListedRow, RowChoiceSelect, SHOWN_ROWS } from './listed-row';
import { RowLink } from './row-link';
import { SimilarRows } from './similar-view';
import { WordsView } from './words-view';

type Props = DecisionProps;
type WaitingRow = ImportAnswer['undecided'][number];
type DecidedRow = ImportAnswer['decided'][number];

const SHOWN_STATUSES = 100;

const RULES = [
  ['ask', 'decideByRow'],
  ['same', 'allSame'],
  ['another', 'allOther'],
] as const satisfies readonly (readonly [GroupRule, string])[];

const LikelyCompanies = ({ viewer, links, row }: Pick<Props, 'viewer' | 'links'> & { row: WaitingRow }) => (
  <>
    {row.earlierLine === null ? null : tList(viewer, 'line', { n: row.earlierLine })}
    <AccountsOfRow viewer={viewer} links={links} row={row} />
  </>
);

const ChoiceOfRow = ({
  viewer,
  choices,
  choose,
  row,
}: Omit<Props, 'answer' | 'links'> & { row: WaitingRow }) => (
  <RowChoiceSelect
    {...{ viewer, choices, choose, row }}
    undecided={tList(viewer, 'decideLater')}
    another={tList(viewer, 'otherCompany')}
  >
    {row.earlierLine === null ? null : (
      <option value="earlierRow">{tList(viewer, 'sameAsLine', { n: row.earlierLine })}</option>
    )}
  </RowChoiceSelect>
);

const WaitingGroup = ({ rows, ...props }: Props & { rows: readonly WaitingRow[] }) => {
  const { viewer, choices, links, choose } = props;
  const [first] = rows;
  if (first === undefined) return null;
  const { group, groupText } = first;
  return (
    <div class="waiting">
      <label class="section-head">
        <strong>
          {localize(viewer, groupText)} ({rows.length.toLocaleString('en')})
        </strong>
        <select
          value={choices.rules[group] ?? 'ask'}
          onInput={({ currentTarget }) => {
            const rule = RULES.find(([value]) => value === currentTarget.value)?.[0] ?? 'ask';
            choose({ type: 'chooseRule', group, rule });
          }}
        >
          {RULES.map(([rule, label]) => (
            <option key={rule} value={rule}>
              {tList(viewer, label)}
            </option>
          ))}
        </select>
      </label>
      <table class="grid">
        <tbody>
          {rows.slice(0, SHOWN_ROWS).map((row) => (
            <ListedRow
              key={row.line}
              row={row}
              is={<LikelyCompanies viewer={viewer} links={links} row={row} />}
            >
              <ChoiceOfRow viewer={viewer} choices={choices} choose={choose} row={row} />
            </ListedRow>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const DecisionOf = ({ viewer, links, row }: Pick<Props, 'viewer' | 'links'> & { row: DecidedRow }) => {
  const { accountId, accountName, earlierLine } = row;
  if (accountId !== null)
    return <RowLink viewer={viewer} {...links} id={accountId} name={accountName ?? accountId} />;
  return earlierLine === null
    ? tList(viewer, 'otherCompany')
    : tList(viewer, 'sameAsLine', { n: earlierLine });
};

const DecideAnew = ({
  viewer,
  choices,
  choose,
  row,
}: Omit<Props, 'answer' | 'links'> & { row: DecidedRow }) =>
  choices.rows[row.row] === undefined ? (
    <ActionButton act={() => choose({ type: 'chooseRow', row: row.row, choice: 'undecided' })} kind="link">
      {tList(viewer, 'decideAnew')}
    </ActionButton>
  ) : (
    <span class="quiet">{tList(viewer, 'askedAgain')}</span>
  );

const DecidedRows = (props: Props) => {
  const { viewer, answer, links } = props;
  const { decided, decidedCount } = answer;
  if (decidedCount === 0) return null;
  return (
    <details class="waiting">
      <summary>{tList(viewer, 'decidedRows', { n: decidedCount })}</summary>
      <p class="quiet">{tList(viewer, 'decidedHint')}</p>
      <table class="grid">
        <tbody>
          {decided.slice(0, SHOWN_ROWS).map((row) => (
            <ListedRow key={row.line} row={row} is={<DecisionOf viewer={viewer} links={links} row={row} />}>
              <DecideAnew {...props} row={row} />
            </ListedRow>
          ))}
        </tbody>
      </table>
      {decidedCount > SHOWN_ROWS ? (
        <small>{tList(viewer, 'andMore', { n: decidedCount - SHOWN_ROWS })}</small>
      ) : null}
    </details>
  );
};

const OtherStatuses = ({ viewer, answer, choices, links, choose }: Props) => {
  const { statuses, statusCount } = answer;
  if (statusCount === 0) return null;
  return (
    <div class="waiting">
      <h4>{tList(viewer, 'otherStatuses', { n: statusCount })}</h4>
      <label class="tick">
        <input
          type="checkbox"
          checked={choices.appliesStatus}
          onInput={({ currentTarget }) => choose({ type: 'applyStatuses', apply: currentTarget.checked })}
        />
        <span>
          {tList(viewer, 'applyStatuses')}
          <small>{tList(viewer, 'applyStatusesHint')}</small>
        </span>
      </label>
      <table class="grid">
        <tbody>
          {statuses.slice(0, SHOWN_STATUSES).map(({ line, accountId, name, from, to }) => (
            <tr key={line}>
              <td class="number quiet">{line}</td>
              <td>
                <RowLink viewer={viewer} {...links} id={accountId} name={name} />
              </td>
              <td>
                <StatusChip viewer={viewer} status={from} /> → <StatusChip viewer={viewer} status={to} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {statusCount > SHOWN_STATUSES ? (
        <small>{tList(viewer, 'andMore', { n: statusCount - SHOWN_STATUSES })}</small>
      ) : null}
    </div>
  );
};

/** `decide` rehearses anew with what was chosen; null where nothing has been chosen since. */
export const UndecidedView = ({ decide, ...props }: Props & { decide: (() => void) | null }) => {
  const { viewer, answer } = props;
  const { undecidedCount, undecided, similarCount, decidedCount, statusCount, wordCount } = answer;
  if (undecidedCount + similarCount + decidedCount + statusCount + wordCount === 0) return null;
  return (
    <section>
      <WordsView {...props} />
      {undecidedCount === 0 ? null : (
        <>
          <h4>{tList(viewer, 'undecidedRows', { n: undecidedCount })}</h4>
          <p class="quiet">{tList(viewer, 'undecidedHint')}</p>
          {waitingGroups(answer).map(({ group, rows }) => (
            <WaitingGroup key={group} {...props} rows={rows} />
          ))}
          {undecidedCount > undecided.length ? (
            <p class="quiet">{tList(viewer, 'andMore', { n: undecidedCount - undecided.length })}</p>
          ) : null}
        </>
      )}
      <SimilarRows {...props} />
      <DecidedRows {...props} />
      <OtherStatuses {...props} />
      <div class="buttons">
        <ActionButton act={() => decide?.()} disabled={decide === null}>
          {tList(viewer, 'rehearseDecided')}
        </ActionButton>
      </div>
    </section>
  );
};
