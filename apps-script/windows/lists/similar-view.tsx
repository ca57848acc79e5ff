/** Rows that come in as new companies though the register has one with a similar name: nothing waits for them, but somebody may compare. */
import { tList } from '../messages/list-catalog';
import { AccountsOfRow, type DecisionProps, ListedRow, RowChoiceSelect, SHOWN_ROWS } from './listed-row';

export const SimilarRows = ({ viewer, answer, choices, links, choose }: DecisionProps) => {
  const { similar, similarCount } = answer;
  if (similarCount === 0) return null;
  const shown = similar.slice(0, SHOWN_ROWS);
  return (
    <div class="waiting">
      <h4>{tList(viewer, 'similarRows', { n: similarCount })}</h4>
      <p class="quiet">{tList(viewer, 'similarHint')}</p>
      <table class="grid">
        <tbody>
          {shown.map((row) => (
            <ListedRow
              key={row.line}
              row={row}
              is={<AccountsOfRow viewer={viewer} links={links} row={row} />}
            >
              <RowChoiceSelect
                {...{ viewer, choices, choose, row }}
                undecided={tList(viewer, 'newCompany')}
                another={tList(viewer, 'comparedOther')}
              />
            </ListedRow>
          ))}
        </tbody>
      </table>
      {similarCount > shown.length ? (
        <small>{tList(viewer, 'andMore', { n: similarCount - shown.length })}</small>
      ) : null}
    </div>
  );
};
