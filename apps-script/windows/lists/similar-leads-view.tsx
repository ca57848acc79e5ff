/** New leads though the register has a company with a similar name: whether one is the same is decided in the import of the list. */
import type { LeadsAnswer } from '../../../functions/contract/leads';
import { tList } from '../messages/list-catalog';
import type { Viewer } from '../messages/viewer';
import { AccountsOfRow, SHOWN_ROWS } from './listed-row';
import type { RowLinkProps } from './row-link';

interface Props {
  viewer: Viewer;
  answer: Pick<LeadsAnswer, 'similar' | 'similarCount'>;
  links: Omit<RowLinkProps, 'viewer'>;
}

export const SimilarLeads = ({ viewer, answer: { similar, similarCount }, links }: Props) => {
  if (similarCount === 0) return null;
  const shown = similar.slice(0, SHOWN_ROWS);
  return (
    <div class="waiting">
      <h4>{tList(viewer, 'similarRows', { n: similarCount })}</h4>
      <p class="quiet">{tList(viewer, 'similarLeadsHint')}</p>
      <table class="grid">
        <tbody>
          {shown.map((lead) => (
            <tr key={lead.line}>
              <td class="number quiet">{lead.line}</td>
              <td>{lead.name}</td>
              <td class="likely">
                <AccountsOfRow viewer={viewer} links={links} row={lead} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {similarCount > shown.length ? (
        <small>{tList(viewer, 'andMore', { n: similarCount - shown.length })}</small>
      ) : null}
    </div>
  );
};
