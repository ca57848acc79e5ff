/** What a manager looks at before answering a proposal. */
import type { ApprovalFacts } from '../../../functions/domain/account/approval-facts';
import { activityWithNote } from '../../../functions/domain/history/change-text';
import { guardLines, statusLabel, withMark } from '../../../functions/domain/history/value-words';
import { DefinitionList } from '../kit/elements';
import { tAccount } from '../messages/account-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { fieldLabel } from './account-facts';

const lines = (texts: readonly string[]) =>
  texts.length === 0 ? null : texts.map((line) => <div key={line}>{line}</div>);

export const ApprovalFactsView = ({ viewer, approval }: { viewer: Viewer; approval: ApprovalFacts }) => {
  const { reason, words, products, contacts, guards, ifApproved, ifRejected } = approval;
  const { refusals, mayApprove, mayReject, toJudge } = approval;
  const why = [reason === null ? '' : localize(viewer, reason), ...words].filter((word) => word !== '');
  return (
    <>
      <DefinitionList
        facts={[
          [fieldLabel(viewer, 'reason'), lines(why)],
          [
            tAccount(viewer, 'judgedAgainst'),
            products.map(({ product, isJudged }) => withMark(isJudged, product)).join(', '),
          ],
          [
            tAccount(viewer, 'lastContact'),
            lines(contacts.map((contact) => activityWithNote(viewer, contact))) ?? tAccount(viewer, 'never'),
          ],
          [tAccount(viewer, 'conditions'), lines(guardLines(viewer, guards))],
          [tAccount(viewer, 'ifApproved'), statusLabel(viewer, ifApproved)],
          [tAccount(viewer, 'ifRejected'), statusLabel(viewer, ifRejected)],
        ]}
      />
      {mayApprove && toJudge.length > 0 ? (
        <p class="hint">{tAccount(viewer, 'approvalJudges', { products: toJudge.join(', ') })}</p>
      ) : null}
      {mayReject && !mayApprove && refusals.length === 0 ? (
        <p class="hint">{tAccount(viewer, 'approvalByAnother')}</p>
      ) : null}
    </>
  );
};
