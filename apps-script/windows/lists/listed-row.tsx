/** A row of a list about which somebody decides, with the accounts that it may be. */
import type { ComponentChildren } from 'preact';
import type { ImportAnswer } from '../../../functions/contract/import';
import { StatusChip } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import type { ListDecisionMessage, ListDecisions } from './list-decisions';
import { RowLink, type RowLinkProps } from './row-link';

export interface DecisionProps {
  viewer: Viewer;
  answer: ImportAnswer;
  choices: ListDecisions;
  links: Omit<RowLinkProps, 'viewer'>;
  choose: Dispatch<ListDecisionMessage>;
}

export const SHOWN_ROWS = 200;

/** A row of the list: what it is or may be, and behind that how somebody decides, where it is decided here. */
export const ListedRow = ({
  row: { line, name },
  is,
  children,
}: {
  row: { line: number; name: string };
  is: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <tr>
    <td class="number quiet">{line}</td>
    <td>{name}</td>
    <td class="likely">{is}</td>
    {children === undefined ? null : <td>{children}</td>}
  </tr>
);

/** What a person may say of the row: one of its accounts, another company, or nothing yet. `children` are further choices. */
export const RowChoiceSelect = ({
  viewer,
  choices,
  choose,
  row: { row, name, accounts },
  undecided,
  another,
  children,
}: Pick<DecisionProps, 'viewer' | 'choices' | 'choose'> & {
  row: Pick<ImportAnswer['similar'][number], 'row' | 'name' | 'accounts'>;
  undecided: string;
  another: string;
  children?: ComponentChildren;
}) => (
  <select
    aria-label={tList(viewer, 'whichCompany', { name })}
    value={choices.rows[row] ?? 'undecided'}
    onInput={({ currentTarget }) => choose({ type: 'chooseRow', row, choice: currentTarget.value })}
  >
    <option value="undecided">{undecided}</option>
    {children}
    {accounts.map((account) => (
      <option key={account.accountId} value={account.accountId}>
        {tList(viewer, 'sameAs', { name: account.name })}
      </option>
    ))}
    <option value="another">{another}</option>
  </select>
);

export const AccountsOfRow = ({
  viewer,
  links,
  row: { accounts, accountCount },
}: Pick<DecisionProps, 'viewer' | 'links'> & {
  row: Pick<ImportAnswer['similar'][number], 'accounts' | 'accountCount'>;
}) => (
  <>
    {accounts.map(({ accountId, name, status, owner, address }) => (
      <div key={accountId}>
        <RowLink viewer={viewer} {...links} id={accountId} name={name} />{' '}
        <StatusChip viewer={viewer} status={status} />
        <small>{[owner, address].filter((part) => part !== null && part !== '').join(' / ')}</small>
      </div>
    ))}
    {accountCount > accounts.length ? (
      <small>{tList(viewer, 'andMore', { n: accountCount - accounts.length })}</small>
    ) : null}
  </>
);
