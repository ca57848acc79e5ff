/** What a newcomer wants to know first: may I prospect this company, and whom do I ask? */
import type { LookupAnswer } from '../../../functions/contract/lookup';
import { ACCOUNT_FIELD_LABELS } from '../../../functions/domain/history/account-labels';
import { ActionButton, DefinitionList, StatusChip } from '../kit/elements';
import { productLines } from '../messages/lookup-text';
import { formatDate, localize, memberName, t, type Viewer } from '../messages/viewer';
import { registrableCompany } from './company-from-query';
import type { LookupChoice, LookupForm } from './lookup';

interface Props {
  viewer: Viewer;
  answer: LookupAnswer;
  /** Whether forms open on it, too. */
  mayAct: boolean;
  choose: (choice: LookupChoice, form?: LookupForm) => void;
}

const LOOKUP_FORMS: readonly LookupForm[] = ['logContact', 'handOver'];

/** The account that the verdict is about, by the name that is known of it. */
const accountOf = ({ verdict: { accountId, path }, hits }: LookupAnswer): LookupChoice | null =>
  accountId === null
    ? null
    : (hits.find(({ row }) => row.id === accountId)?.row ??
      path.find(({ id }) => id === accountId) ?? { id: accountId, name: hits[0]?.row.name ?? '' });

const VerdictFacts = ({ viewer, answer: { verdict } }: Pick<Props, 'viewer' | 'answer'>) => {
  const { kind, products, parent, path, ownerId, ownerName, lastContact, lastContactWith } = verdict;
  return (
    <DefinitionList
      facts={[
        path.length === 0 ? null : [t(viewer, 'becameName'), path.map(({ name }) => name).join(' → ')],
        products.length === 0
          ? null
          : [
              t(viewer, kind === 'former' ? 'productsEnded' : 'products'),
              <ul key="products" class="plain">
                {productLines(viewer, products).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>,
            ],
        ownerId === null ? null : [t(viewer, 'owner'), ownerName ?? memberName(viewer, ownerId)],
        lastContact === null
          ? null
          : [
              t(viewer, 'lastContact'),
              [formatDate(viewer, lastContact), lastContactWith].filter(Boolean).join(' '),
            ],
        [localize(viewer, ACCOUNT_FIELD_LABELS.awaitedCondition), verdict.awaitedCondition],
        parent === null
          ? null
          : [
              localize(viewer, ACCOUNT_FIELD_LABELS.parentId),
              <span key="parent">
                {parent.name} <StatusChip viewer={viewer} status={parent.status} />
              </span>,
            ],
      ]}
    />
  );
};

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
      {accountId === null ? null : <VerdictFacts viewer={viewer} answer={answer} />}
      {account === null ? null : (
        <div class="buttons">
          <ActionButton act={() => choose(account)} kind="stop">
            {t(viewer, 'openIt')}
          </ActionButton>
          {mayAct
            ? LOOKUP_FORMS.map((form) => (
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
