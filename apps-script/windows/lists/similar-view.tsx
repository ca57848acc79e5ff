/** New companies though the register has one with a similar name: nothing waits for them, but somebody may compare. */
import type { ComponentChildren } from 'preact';
import type { LeadsAnswer } from '../../../functions/contract/leads';
import { type ListMessageKey, tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import { AccountsOfRow, type DecisionProps, ListedRow, RowChoiceSelect, SHOWN_ROWS } from './listed-row';

interface SimilarProps<Row> {
  viewer: Viewer;
  answer: { similar: readonly Row[]; similarCount: number };
  hint: ListMessageKey;
  children: (row: Row) => ComponentChildren;
}

const SimilarTable = <Row,>({
  viewer,
  answer: { similar, similarCount },
  hint,
  children,
}: SimilarProps<Row>) => {
  if (similarCount === 0) return null;
  const shown = similar.slice(0, SHOWN_ROWS);
  return (
    <div class="waiting">
      <h4>{tList(viewer, 'similarRows', { n: similarCount })}</h4>
      <p class="quiet">{tList(viewer, hint)}</p>
      <table class="grid">
        <tbody>{shown.map(children)}</tbody>
      </table>
      {similarCount > shown.length ? (
        <small>{tList(viewer, 'andMore', { n: similarCount - shown.length })}</small>
      ) : null}
    </div>
  );
};

/** In a rehearsal somebody decides beside each. */
export const SimilarRows = ({ viewer, answer, choices, links, choose }: DecisionProps) => (
  <SimilarTable viewer={viewer} answer={answer} hint="similarHint">
    {(row) => (
      <ListedRow key={row.line} row={row} is={<AccountsOfRow viewer={viewer} links={links} row={row} />}>
        <RowChoiceSelect
          {...{ viewer, choices, choose, row }}
          undecided={tList(viewer, 'newCompany')}
          another={tList(viewer, 'comparedOther')}
        />
      </ListedRow>
    )}
  </SimilarTable>
);

/** Whether a lead is the same company is decided in the import of the list. */
export const SimilarLeads = ({
  viewer,
  answer,
  links,
}: Pick<DecisionProps, 'viewer' | 'links'> & {
  answer: Pick<LeadsAnswer, 'similar' | 'similarCount'>;
}) => (
  <SimilarTable viewer={viewer} answer={answer} hint="similarLeadsHint">
    {(lead) => (
      <ListedRow key={lead.line} row={lead} is={<AccountsOfRow viewer={viewer} links={links} row={lead} />} />
    )}
  </SimilarTable>
);
