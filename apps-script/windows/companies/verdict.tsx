/** What a newcomer wants to know first: may I prospect this company, and whom do I ask? */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import { ActionButton, DefinitionList, StatusChip } from '../kit/elements';
import { mayHandOver } from '../kit/member-rights';
import { productLines } from '../messages/lookup-text';
import { localize, t, type Viewer } from '../messages/viewer';
import { registrableCompany } from './company-from-query';
import type { LookupChoice, LookupForm } from './lookup';

interface Props {
  viewer: Viewer;
  answer: LookupAnswer;
  /** Whether forms open on it, too. */
  mayAct: boolean;
  choose: (choice: LookupChoice, form?: LookupForm) => void;
}

const formsOn = (viewer: Viewer, { ownerId }: LookupAnswer['verdict']): readonly LookupForm[] =>
  mayHandOver(viewer, ownerId) ? ['logContact', 'handOver'] : ['logContact'];

/** The account that the verdict is about, by the name that is known of it. */
const accountOf = ({ verdict: { accountId, path }, hits }: LookupAnswer): LookupChoice | null =>
  accountId === null
    ? null
    : (hits.find(({ row }) => row.id === accountId)?.row ??
      path.find(({ id }) => id === accountId) ?? { id: accountId, name: hits[0]?.row.name ?? '' });

/** Line by line, for they may come from several lists; the sentence has all else. */
const Products = ({ viewer, answer: { verdict } }: Pick<Props, 'viewer' | 'answer'>) =>
  verdict.products.length === 0 ? null : (
    <DefinitionList
      facts={[
        [
          t(viewer, verdict.kind === 'former' ? 'productsEnded' : 'products'),
          <ul key="products" class="plain">
            {productLines(viewer, verdict.products).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>,
        ],
      ]}
    />
  );

export const Verdict = ({ viewer, answer, mayAct, choose }: Props) => {
  const { verdict, asked, hits } = answer;
  const { kind, accountId, text } = verdict;
  // Nobody registers a company by a number with a slip in it.
  const isFaulty =
    hits.length === 0 &&
    asked.note !== null &&
    Object.keys(registrableCompany(asked, asked.value)).length === 0;
  const account = accountOf(answer);
  const status = hits.find(({ row }) => row.id === accountId)?.row.status;
  return (
    <div class="verdict" data-kind={isFaulty ? 'known' : kind}>
      {isFaulty ? null : <strong class="verdict-kind">{t(viewer, `verdict_${kind}`)}</strong>}
      <p>
        {status === undefined ? null : (
          <>
            <StatusChip viewer={viewer} status={status} />{' '}
          </>
        )}
        {isFaulty ? t(viewer, 'notFound') : localize(viewer, text)}
      </p>
      <Products viewer={viewer} answer={answer} />
      {account === null ? null : (
        <div class="buttons">
          <ActionButton act={() => choose(account)} kind="stop">
            {t(viewer, 'openIt')}
          </ActionButton>
          {mayAct
            ? formsOn(viewer, verdict).map((form) => (
                <ActionButton key={form} act={() => choose(account, form)} kind="stop">
                  {t(viewer, form)}
                </ActionButton>
              ))
            : null}
        </div>
      )}
    </div>
  );
};
