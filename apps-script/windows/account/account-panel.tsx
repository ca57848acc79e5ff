/** The parts of an account in its pane, each with what may be done about it. */
import type { ComponentChildren } from 'preact';
import { openOpportunities } from '../../../functions/domain/account/account';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import { DECISION_LABEL } from '../../../functions/domain/account/decision-label-texts';
import { decisionReason } from '../../../functions/domain/account/decision-texts';
import { decisionDueOn } from '../../../functions/domain/account/product-use';
import { mayWrite } from '../../../functions/domain/account/team';
import type { CallerCommandType } from '../../../functions/domain/commands/command-rights';
import { statusLabel } from '../../../functions/domain/history/value-words';
import { ActionButton, StatusChip } from '../kit/elements';
import { mayGiveCommand, mayMove, permittedOffers, whomToAsk } from '../kit/member-rights';
import { type AccountMessageKey, tAccount } from '../messages/account-catalog';
import { localize, type Viewer } from '../messages/viewer';
import { BantSection, ContactsSection, OpportunitiesSection, ProductsSection } from './account-sections';
import { DetailsSection, GroupSection } from './company-sections';
import type { FormName } from './form-names';
import type { ReadProps } from './work-overlay';

interface SectionAct {
  label: AccountMessageKey;
  /** The command that it leads to. */
  gives: CallerCommandType;
  act: () => void;
}

const Section = ({
  title,
  acts = [],
  children,
  ...props
}: ReadProps & {
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
  </section>
);

const Offers = ({ state: { viewer }, accountView, may, dispatch }: ReadProps & { may: boolean }) => {
  const { account, offers, you } = accountView;
  // Whoever only reads sees what there would be.
  const shown = may ? permittedOffers(viewer, accountView) : offers;
  return (
    <>
      {offers.length === 0 ? <p class="quiet">{tAccount(viewer, 'noOffers')}</p> : null}
      <div class="offers">
        {shown.map(({ to, approval }) => (
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
      {mayWrite(you) && shown.length < offers.length ? (
        <p class="hint">{whomToAsk(viewer, 'changeStatus', account)}</p>
      ) : null}
    </>
  );
};

/** "Why can't I?": what every other status would take of this account, and of the member at the window. */
const Outlook = ({ state: { viewer }, accountView: { account, outlook, you } }: ReadProps) => (
  <details class="outlook">
    <summary>{tAccount(viewer, 'whyNot')}</summary>
    {outlook.map(({ to, state, words }) => {
      const isOthers =
        state !== 'closed' && !mayMove({ ...viewer, you }, account, { to, approval: state === 'approval' });
      return (
        <p key={to}>
          <StatusChip viewer={viewer} status={to} />
          {state === 'closed' ? ' × ' : ' '}
          {localize(viewer, words)}
          {isOthers ? ` ${whomToAsk(viewer, 'changeStatus', account)}` : ''}
        </p>
      );
    })}
  </details>
);

const DecisionDue = ({ viewer, account }: { viewer: Viewer; account: AccountRecord }) => {
  const since = decisionDueOn({ ...account, since: account.statusSince });
  return since === null || since > viewer.today ? null : (
    <p class="warning">
      {localize(viewer, DECISION_LABEL)}: {localize(viewer, decisionReason(since))}
    </p>
  );
};

/** What the member may begin in a section. */
const sectionActs = ({ state: { viewer }, accountView: { account, you }, dispatch }: ReadProps) => {
  const may = mayWrite(you) && !account.withdrawn;
  const mayGive = (type: CallerCommandType): boolean =>
    may && mayGiveCommand({ ...viewer, you }, type, account);
  return {
    may,
    mayGive,
    open: (name: FormName): void => dispatch({ type: 'open', draft: { kind: 'form', name, values: {} } }),
    ifMay: (...acts: readonly (SectionAct | null)[]): SectionAct[] =>
      acts.flatMap((act) => (act !== null && mayGive(act.gives) ? act : [])),
  };
};

const ChangeSection = (props: ReadProps) => (
  <Section {...props} title="changeStatus">
    <DecisionDue viewer={props.state.viewer} account={props.accountView.account} />
    <Offers {...props} may={sectionActs(props).may} />
    <Outlook {...props} />
  </Section>
);

const PeopleSections = (props: ReadProps) => {
  const facts = { viewer: props.state.viewer, account: props.accountView.account };
  const { open, mayGive, ifMay } = sectionActs(props);
  return (
    <>
      <Section
        {...props}
        title="bant"
        acts={ifMay({ label: 'edit', gives: 'setBant', act: () => open({ form: 'bant' }) })}
      >
        <BantSection {...facts} />
      </Section>
      <Section
        {...props}
        title="contacts"
        acts={ifMay({ label: 'add', gives: 'saveContact', act: () => open({ form: 'contact', id: null }) })}
      >
        <ContactsSection
          {...facts}
          act={mayGive('saveContact') ? (id) => open({ form: 'contact', id }) : null}
          move={mayGive('moveContact') ? (id) => open({ form: 'moveContact', id }) : null}
          erase={mayGive('eraseContact') ? (id) => open({ form: 'eraseContact', id }) : null}
          look={(id) => props.dispatch({ type: 'look', id })}
        />
      </Section>
    </>
  );
};

/** A new opportunity of a company that has none is a change of status. */
const DealSection = (props: ReadProps) => {
  const { state, accountView, dispatch } = props;
  const { account, offers } = accountView;
  const { may, open, mayGive, ifMay } = sectionActs(props);
  const isActive = account.status === 'ACTIVE_OPPORTUNITY' || account.status === 'CURRENT_CLIENT';
  const canOpen = isActive || offers.some(({ to }) => to === 'ACTIVE_OPPORTUNITY');
  const add = (): void =>
    isActive
      ? open({ form: 'opportunity' })
      : dispatch({
          type: 'open',
          draft: { kind: 'change', draft: { to: 'ACTIVE_OPPORTUNITY', values: {} } },
        });
  return (
    <Section
      {...props}
      title="opportunities"
      acts={ifMay(canOpen ? { label: 'add', gives: 'addOpportunity', act: add } : null)}
    >
      <OpportunitiesSection
        viewer={state.viewer}
        account={account}
        act={mayGive('closeOpportunity') ? (id) => open({ form: 'closeOpportunity', id }) : null}
      />
      {may && !mayGive('closeOpportunity') && openOpportunities(account).length > 0 ? (
        <p class="hint">{whomToAsk(state.viewer, 'closeOpportunity', account)}</p>
      ) : null}
    </Section>
  );
};

const UseSection = (props: ReadProps) => {
  const { open, mayGive, ifMay } = sectionActs(props);
  return (
    <Section
      {...props}
      title="productsHead"
      acts={ifMay({ label: 'add', gives: 'saveProduct', act: () => open({ form: 'product', id: null }) })}
    >
      <ProductsSection
        viewer={props.state.viewer}
        account={props.accountView.account}
        act={mayGive('saveProduct') ? (id) => open({ form: 'product', id }) : null}
      />
    </Section>
  );
};

const CompanySections = (props: ReadProps) => {
  const { state, accountView, dispatch } = props;
  const { account, group } = accountView;
  const facts = { viewer: state.viewer, account };
  const { open, mayGive, ifMay } = sectionActs(props);
  const clearParent = (): void =>
    dispatch({
      type: 'act',
      command: { type: 'editDetails', details: { parentId: null } },
      sentence: 'saved',
    });
  const isMergeable = mayGive('merge') && account.merged === null && account.onFile?.successorId == null;
  return (
    <>
      <Section
        {...props}
        title="group"
        acts={ifMay(
          {
            label: account.parentId === null ? 'setParent' : 'edit',
            gives: 'editDetails',
            act: () => open({ form: 'parent' }),
          },
          account.parentId === null ? null : { label: 'clearParent', gives: 'editDetails', act: clearParent },
        )}
      >
        <GroupSection {...facts} group={group} look={(id) => dispatch({ type: 'look', id })} />
      </Section>
      <Section
        {...props}
        title="details"
        acts={ifMay(
          { label: 'edit', gives: 'editDetails', act: () => open({ form: 'details' }) },
          { label: 'addFormerName', gives: 'addFormerName', act: () => open({ form: 'formerName' }) },
        )}
      >
        <DetailsSection {...facts} />
        {isMergeable ? (
          <ActionButton act={() => dispatch({ type: 'open', draft: { kind: 'merge', choice: {} } })}>
            {`${tAccount(state.viewer, 'mergeInto')}…`}
          </ActionButton>
        ) : null}
      </Section>
    </>
  );
};

export const AccountPanel = (props: ReadProps) => (
  <>
    <ChangeSection {...props} />
    <PeopleSections {...props} />
    <DealSection {...props} />
    <UseSection {...props} />
    <CompanySections {...props} />
  </>
);
