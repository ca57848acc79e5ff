/** The parts of an account in its pane, each with what may be done about it and the form opened in it. */
import type { ComponentChildren } from 'preact';
import { mayWrite } from '../../../functions/domain/account/team';
import { ActionButton } from '../kit/elements';
import { type AccountMessageKey, tAccount } from '../messages/account-catalog';
import { statusLabel } from '../messages/value-words';
import { missingDataText } from './account-facts';
import { BantSection, ContactsSection, OpportunitiesSection, ProductsSection } from './account-sections';
import { sectionOfWork } from './account-work';
import { DetailsSection, GroupSection } from './company-sections';
import type { FormName, SectionName } from './form-names';
import { type ReadProps, WorkSlot } from './work-slot';

interface SectionAct {
  label: AccountMessageKey;
  act: () => void;
}

const Section = ({
  title,
  acts = [],
  children,
  ...props
}: ReadProps & {
  section: SectionName;
  title: AccountMessageKey;
  acts?: readonly SectionAct[];
  children: ComponentChildren;
}) => (
  <section>
    <div class="section-head">
      <h3>{tAccount(props.state.viewer, title)}</h3>
      {acts.map(({ label, act }) => (
        <ActionButton key={label} act={act} kind="link">
          {tAccount(props.state.viewer, label)}
        </ActionButton>
      ))}
    </div>
    <div>{children}</div>
    <WorkSlot {...props} />
  </section>
);

const Offers = ({
  state: { viewer },
  accountView: { offers },
  may,
  dispatch,
}: ReadProps & { may: boolean }) =>
  offers.length === 0 ? (
    <p class="quiet">{tAccount(viewer, 'noOffers')}</p>
  ) : (
    <div class="offers">
      {offers.map(({ to, approval }) => (
        <button
          key={to}
          type="button"
          class="offer"
          data-status={to}
          disabled={!may}
          onClick={() => dispatch({ type: 'open', draft: { kind: 'change', draft: { to, values: {} } } })}
        >
          {approval
            ? tAccount(viewer, 'proposeTo', { status: statusLabel(viewer, to) })
            : statusLabel(viewer, to)}
        </button>
      ))}
    </div>
  );

export const AccountPanel = (props: ReadProps) => {
  const { state, accountView, dispatch } = props;
  const { viewer } = state;
  const { account, you, offers, group } = accountView;
  const may = mayWrite(you) && !account.withdrawn;
  const open = (name: FormName): void =>
    dispatch({ type: 'open', draft: { kind: 'form', name, values: {} } });
  const ifMay = (...acts: readonly (SectionAct | null)[]): SectionAct[] =>
    may ? acts.filter((act) => act !== null) : [];
  const look = (id: string): void => dispatch({ type: 'look', id });
  const isFillingIn = state.work !== null && sectionOfWork(state.work) === 'debts';
  const isActive = account.status === 'ACTIVE_OPPORTUNITY' || account.status === 'CURRENT_CLIENT';
  const canOpenOpportunity = isActive || offers.some(({ to }) => to === 'ACTIVE_OPPORTUNITY');
  const addOpportunity = (): void =>
    isActive
      ? open({ form: 'opportunity' })
      : dispatch({
          type: 'open',
          draft: { kind: 'change', draft: { to: 'ACTIVE_OPPORTUNITY', values: {} } },
        });
  const clearParent = (): void =>
    dispatch({
      type: 'act',
      command: { type: 'editDetails', details: { parentId: null } },
      sentence: 'saved',
    });
  const isMergeable = may && account.merged === null && account.onFile?.successorId == null;
  return (
    <>
      <Section {...props} section="change" title="changeStatus">
        <Offers {...props} may={may} />
      </Section>
      {account.debts.length === 0 && !isFillingIn ? null : (
        <Section
          {...props}
          section="debts"
          title="debts"
          acts={ifMay({ label: 'fillIn', act: () => dispatch({ type: 'fillDebts' }) })}
        >
          <p class="warning">{missingDataText(viewer, account)}</p>
        </Section>
      )}
      <Section
        {...props}
        section="bant"
        title="bant"
        acts={ifMay({ label: 'edit', act: () => open({ form: 'bant' }) })}
      >
        <BantSection viewer={viewer} account={account} />
      </Section>
      <Section
        {...props}
        section="contacts"
        title="contacts"
        acts={ifMay({ label: 'add', act: () => open({ form: 'contact', id: null }) })}
      >
        <ContactsSection
          viewer={viewer}
          account={account}
          act={may ? (id) => open({ form: 'contact', id }) : null}
        />
      </Section>
      <Section
        {...props}
        section="opportunities"
        title="opportunities"
        acts={ifMay(canOpenOpportunity ? { label: 'add', act: addOpportunity } : null)}
      >
        <OpportunitiesSection
          viewer={viewer}
          account={account}
          act={may ? (id) => open({ form: 'closeOpportunity', id }) : null}
        />
      </Section>
      <Section
        {...props}
        section="products"
        title="productsHead"
        acts={ifMay({ label: 'add', act: () => open({ form: 'product', id: null }) })}
      >
        <ProductsSection
          viewer={viewer}
          account={account}
          act={may ? (id) => open({ form: 'product', id }) : null}
        />
      </Section>
      <Section
        {...props}
        section="group"
        title="group"
        acts={ifMay(
          {
            label: account.parentId === null ? 'setParent' : 'edit',
            act: () => open({ form: 'parent' }),
          },
          account.parentId === null ? null : { label: 'clearParent', act: clearParent },
        )}
      >
        <GroupSection viewer={viewer} account={account} group={group} look={look} />
      </Section>
      <Section
        {...props}
        section="details"
        title="details"
        acts={ifMay(
          { label: 'edit', act: () => open({ form: 'details' }) },
          { label: 'addFormerName', act: () => open({ form: 'formerName' }) },
        )}
      >
        <DetailsSection viewer={viewer} account={account} />
        {isMergeable ? (
          <ActionButton act={() => dispatch({ type: 'open', draft: { kind: 'merge', choice: {} } })}>
            {`${tAccount(viewer, 'mergeInto')}…`}
          </ActionButton>
        ) : null}
      </Section>
    </>
  );
};
