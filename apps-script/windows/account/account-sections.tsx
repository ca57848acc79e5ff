/** The parts of an account as the pane shows them: BANT, contacts, opportunities, products. */
import type { ComponentChildren } from 'preact';
import {
  type Contact,
  type ContactLink,
  type Opportunity,
  sortedById,
} from '../../../functions/domain/account/account';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import { INPUT_FIELD_LABELS } from '../../../functions/domain/account/input-field-texts';
import { codeLabel } from '../../../functions/domain/history/value-words';
import { DO_NOT_CONTACT } from '../../../functions/domain/queue/part-column-texts';
import {
  BANT_VALUE_LABELS,
  CONTACT_STATE_LABELS,
  LOST_REASONS,
  OPPORTUNITY_OUTCOME_LABELS,
  PRODUCT_STATE_LABELS,
} from '../../../functions/domain/status/code-list-texts';
import { BANT_KEYS } from '../../../functions/domain/status/code-lists';
import { ActionButton, DefinitionList } from '../kit/elements';
import { tAccount } from '../messages/account-catalog';
import { ERASE_TEXTS } from '../messages/erase-text';
import { formatDate, localize, memberName, type Viewer } from '../messages/viewer';
import { fieldLabel, joinParts } from './account-facts';

interface Props {
  viewer: Viewer;
  account: AccountRecord;
}

/** `act` null where the person may only read. */
type PartProps = Props & { act: ((id: string) => void) | null };

/** One part of the account: what it is called, more about it, and what may be done with it. */
const PartItem = ({
  title,
  lines,
  below = null,
  children,
}: {
  title: string;
  lines: readonly string[];
  below?: ComponentChildren;
  children: ComponentChildren;
}) => (
  <li>
    <div class="item">
      <span class="name">{title}</span>
      {children}
    </div>
    {lines
      .filter((line) => line !== '')
      .map((line) => (
        <div key={line} class="quiet">
          {line}
        </div>
      ))}
    {below}
  </li>
);

export const BantSection = ({ viewer, account }: Props) => (
  <div>
    <table class="bant">
      <tbody>
        {BANT_KEYS.map((key) => {
          const { value, on, by } = account.bant[key];
          return (
            <tr key={key}>
              <th scope="row">{fieldLabel(viewer, key)}</th>
              <td>
                <span class="answer" data-answer={value}>
                  {localize(viewer, BANT_VALUE_LABELS[value])}
                </span>
              </td>
              <td class="quiet">
                {on === null
                  ? ''
                  : joinParts(formatDate(viewer, on), by === null ? null : memberName(viewer, by))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
    {account.latentNeed === null ? null : (
      <DefinitionList facts={[[fieldLabel(viewer, 'latentNeed'), account.latentNeed]]} />
    )}
  </div>
);

/** A name of which nothing is left says so. */
const contactTitle = (viewer: Viewer, { name, state }: Contact): string => {
  if (state === 'present') return name;
  const label = state === 'erased' ? ERASE_TEXTS.erased : CONTACT_STATE_LABELS[state];
  return `${name} (${localize(viewer, label)})`;
};

interface ContactActs extends PartProps {
  erase: PartProps['act'];
  /** A change of job. */
  move: PartProps['act'];
  /** Opens another account. */
  look: (accountId: string) => void;
}

/** Where the person went to, or came from. */
const LinkedCompany = ({
  viewer,
  label,
  link,
  look,
}: {
  viewer: Viewer;
  label: 'wentTo' | 'cameFrom';
  link: ContactLink | undefined;
  look: ContactActs['look'];
}) =>
  link === undefined ? null : (
    <div class="quiet">
      {tAccount(viewer, label, { date: formatDate(viewer, link.on) })}{' '}
      <ActionButton act={() => look(link.accountId)} kind="link">
        {link.company}
      </ActionButton>
    </div>
  );

const ContactActions = ({
  viewer,
  contact: { id, state, movedTo },
  act,
  erase,
  move,
}: Omit<ContactActs, 'account' | 'look'> & { contact: Contact }) =>
  state === 'erased' ? null : (
    <>
      {act === null ? null : (
        <ActionButton act={() => act(id)} kind="link">
          {tAccount(viewer, 'edit')}
        </ActionButton>
      )}
      {move === null || (movedTo !== undefined && state !== 'present') ? null : (
        <ActionButton act={() => move(id)} kind="link">
          {tAccount(viewer, 'changedJob')}
        </ActionButton>
      )}
      {erase === null ? null : (
        <ActionButton act={() => erase(id)} kind="link">
          {localize(viewer, ERASE_TEXTS.erase)}
        </ActionButton>
      )}
    </>
  );

/** In sight at once; the others of a large customer are behind them. */
const MAX_IN_SIGHT = 20;

/** An erased contact is a place without a person: nothing is done about it. */
const ContactItem = ({
  viewer,
  contact,
  look,
  ...acts
}: Omit<ContactActs, 'account'> & { contact: Contact }) => (
  <PartItem
    title={contactTitle(viewer, contact)}
    lines={[
      joinParts(contact.department, contact.title, contact.role),
      contact.doNotContact === true ? localize(viewer, DO_NOT_CONTACT) : '',
      joinParts(contact.phone, contact.email),
      contact.speaksWith.length === 0
        ? ''
        : tAccount(viewer, 'speaks', {
            names: contact.speaksWith.map((member) => memberName(viewer, member)).join(', '),
          }),
    ]}
    below={
      <>
        <LinkedCompany viewer={viewer} label="wentTo" link={contact.movedTo} look={look} />
        <LinkedCompany viewer={viewer} label="cameFrom" link={contact.movedFrom} look={look} />
      </>
    }
  >
    <ContactActions viewer={viewer} contact={contact} {...acts} />
  </PartItem>
);

/** Who is there comes first. */
export const ContactsSection = ({ account, ...props }: ContactActs) => {
  const { viewer } = props;
  const all = sortedById(account.contacts);
  if (all.length === 0) return <p class="quiet">{tAccount(viewer, 'noContacts')}</p>;
  const isThere = ({ state }: Contact): boolean => state === 'present';
  const contacts = [...all.filter(isThere), ...all.filter((contact) => !isThere(contact))];
  const items = (some: readonly Contact[]) => (
    <ul class="plain items">
      {some.map((contact) => (
        <ContactItem key={contact.id} contact={contact} {...props} />
      ))}
    </ul>
  );
  const others = contacts.slice(MAX_IN_SIGHT);
  return (
    <>
      {items(contacts.slice(0, MAX_IN_SIGHT))}
      {others.length === 0 ? null : (
        <details>
          <summary>{tAccount(viewer, 'moreContacts', { n: others.length })}</summary>
          {items(others)}
        </details>
      )}
    </>
  );
};

/** The whole note with which it was passed to field sales. */
export const noteLines = (viewer: Viewer, note: Opportunity['handOverNote']): string[] =>
  (['metWith', 'bant', 'nextStep'] as const).map(
    (key) => `${localize(viewer, INPUT_FIELD_LABELS[`opportunity.handOverNote.${key}`])}: ${note[key]}`,
  );

const opportunityLines = (
  viewer: Viewer,
  { state, fsOwnerId, since, closedOn, amount, lostReason, handOverNote, note }: Opportunity,
): string[] => [
  joinParts(
    state === 'open'
      ? tAccount(viewer, 'openSince', { date: formatDate(viewer, since) })
      : localize(viewer, OPPORTUNITY_OUTCOME_LABELS[state]),
    closedOn === null ? null : formatDate(viewer, closedOn),
    lostReason === null ? null : codeLabel(LOST_REASONS, viewer, lostReason),
  ),
  joinParts(
    memberName(viewer, fsOwnerId),
    amount === null ? null : tAccount(viewer, 'yen', { n: amount.toLocaleString('en') }),
  ),
  ...(state === 'open' ? noteLines(viewer, handOverNote) : []),
  note ?? '',
];

/** Open ones first, the newest at the top. */
export const OpportunitiesSection = ({ viewer, account, act }: PartProps) => {
  const all = sortedById(account.opportunities).reverse();
  if (all.length === 0) return <p class="quiet">{tAccount(viewer, 'noOpportunities')}</p>;
  const open = all.filter(({ state }) => state === 'open');
  const closed = all.filter(({ state }) => state !== 'open');
  return (
    <ul class="plain items">
      {[...open, ...closed].map((opportunity) => (
        <PartItem
          key={opportunity.id}
          title={opportunity.product}
          lines={opportunityLines(viewer, opportunity)}
        >
          {act === null || opportunity.state !== 'open' ? null : (
            <ActionButton act={() => act(opportunity.id)} kind="link">
              {tAccount(viewer, 'closeOpportunity')}
            </ActionButton>
          )}
        </PartItem>
      ))}
    </ul>
  );
};

export const ProductsSection = ({ viewer, account, act }: PartProps) => {
  const uses = sortedById(account.products);
  if (uses.length === 0) return <p class="quiet">{tAccount(viewer, 'noProducts')}</p>;
  return (
    <ul class="plain items">
      {uses.map(({ id, product, state, since, endsOn, reference, confirmedBy, churnReason }) => (
        <PartItem
          key={id}
          title={product}
          lines={[
            joinParts(
              localize(viewer, PRODUCT_STATE_LABELS[state]),
              since === null ? null : tAccount(viewer, 'sinceDate', { date: formatDate(viewer, since) }),
              endsOn === null ? null : tAccount(viewer, 'untilDate', { date: formatDate(viewer, endsOn) }),
            ),
            joinParts(
              reference,
              confirmedBy === null
                ? null
                : tAccount(viewer, 'confirmedByName', { name: memberName(viewer, confirmedBy) }),
              churnReason,
            ),
          ]}
        >
          {act === null ? null : (
            <ActionButton act={() => act(id)} kind="link">
              {tAccount(viewer, 'edit')}
            </ActionButton>
          )}
        </PartItem>
      ))}
    </ul>
  );
};
