/** What the sidebar shows of an account, part by part. */
import {
  type Account,
  lastContact,
  openOpportunities,
  sortedById,
} from '../../../functions/domain/account/account';
import type { RelatedCompany } from '../../../functions/domain/account/parent-company';
import { daysBetween } from '../../../functions/domain/calendar/calendar-date';
import {
  BAD_FIT_REASONS,
  BANT_KEYS,
  BANT_VALUES,
  CONTACT_STATES,
  type CodeList,
  hasCode,
  LOST_REASONS,
  ON_FILE_REASONS,
  OPPORTUNITY_OUTCOMES,
  PRODUCT_STATES,
} from '../../../functions/domain/status/code-lists';
import type { Status } from '../../../functions/domain/status/statuses';
import { text } from '../../../functions/domain/text/text';
import type { AccountView } from '../../script-api';
import { button, definitionList, node } from '../kit/dom';
import { statusChip } from '../kit/status-chip';
import { ACCOUNT_FIELD_LABELS, WINDOW_MESSAGES } from '../messages/catalog';
import { activityText, guardLabel, statusLabel } from '../messages/change-text';
import { formatDate, localize, memberName, t, type Viewer } from '../messages/viewer';

/** So many are told of at once. */
const MAX_CHILDREN = 50;

const codeLabel = (viewer: Viewer, list: CodeList, code: string): string =>
  hasCode(list, code) ? localize(viewer, list[code] ?? text(code, code)) : code;

const joinParts = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part != null && part !== '').join(' · ');

/** A date and how far it is, in words. */
const dueText = (viewer: Viewer, date: string): string => {
  const days = daysBetween(viewer.today, date);
  const far =
    days < 0
      ? t(viewer, 'overdueBy', { n: -days })
      : days === 0
        ? t(viewer, 'dueToday')
        : t(viewer, 'dueIn', { n: days });
  return `${formatDate(viewer, date)} (${far})`;
};

type Fact = readonly [string, string | HTMLElement] | null;

const lostFacts = (viewer: Viewer, { lost }: Account): Fact[] => {
  if (lost === null) return [];
  const { reason, reasonText, on, revisitOn, revisitTrigger } = lost;
  return [
    [
      t(viewer, 'lostReason'),
      joinParts(codeLabel(viewer, LOST_REASONS, reason), reasonText, formatDate(viewer, on)),
    ],
    revisitOn === null && revisitTrigger === null
      ? null
      : [
          t(viewer, 'revisit'),
          joinParts(revisitOn === null ? null : dueText(viewer, revisitOn), revisitTrigger),
        ],
  ];
};

export const headFacts = (viewer: Viewer, { account, today }: AccountView): HTMLElement => {
  const contact = lastContact(account);
  const fsOwners = [...new Set(openOpportunities(account).map(({ fsOwnerId }) => fsOwnerId))];
  const overdue = account.nextCheck !== null && account.nextCheck.date < today;
  return definitionList([
    [
      t(viewer, 'since'),
      `${formatDate(viewer, account.statusSince)} (${t(viewer, 'days', { n: daysBetween(account.statusSince, today) })})`,
    ],
    [t(viewer, 'owner'), memberName(viewer, account.ownerId)],
    account.isOwnerId === null || account.isOwnerId === account.ownerId
      ? null
      : [localize(viewer, ACCOUNT_FIELD_LABELS.isOwnerId), memberName(viewer, account.isOwnerId)],
    fsOwners.length === 0
      ? null
      : [t(viewer, 'fsOwners'), fsOwners.map((id) => memberName(viewer, id)).join(', ')],
    [
      t(viewer, 'lastContact'),
      contact === null ? t(viewer, 'never') : activityText(viewer, { ...contact }, true),
    ],
    account.nextCheck === null
      ? null
      : [
          localize(viewer, ACCOUNT_FIELD_LABELS.nextCheck),
          node('span', { class: overdue ? 'overdue' : '' }, dueText(viewer, account.nextCheck.date)),
        ],
    account.missedChecks === 0
      ? null
      : [t(viewer, 'missed'), t(viewer, 'times', { n: account.missedChecks })],
    account.awaitedCondition === null
      ? null
      : [localize(viewer, ACCOUNT_FIELD_LABELS.awaitedCondition), account.awaitedCondition],
    account.awaitedContactId === null
      ? null
      : [t(viewer, 'contactPerson'), account.contacts[account.awaitedContactId]?.name ?? ''],
    ...lostFacts(viewer, account),
    account.badFit === null
      ? null
      : [
          t(viewer, 'badFitReason'),
          joinParts(
            codeLabel(viewer, BAD_FIT_REASONS, account.badFit.reason),
            account.badFit.note,
            t(viewer, 'reviewOn', { date: formatDate(viewer, account.badFit.reviewOn) }),
          ),
        ],
    account.onFile === null || account.onFile.reason === ''
      ? null
      : [
          t(viewer, 'onFileReason'),
          joinParts(
            codeLabel(viewer, ON_FILE_REASONS, account.onFile.reason),
            account.onFile.reasonText,
            t(viewer, 'wasBefore', { status: statusLabel(viewer, account.onFile.from) }),
          ),
        ],
    [t(viewer, 'everMet'), t(viewer, account.everMet ? 'yes' : 'no')],
  ]);
};

interface SectionOptions {
  /** Null where the person may only read. */
  may: boolean;
}

const emptyNote = (viewer: Viewer, key: 'noContacts' | 'noOpportunities' | 'noProducts'): HTMLElement =>
  node('p', { class: 'quiet' }, t(viewer, key));

/** One part of the account: what it is called, more about it, and what may be done with it. */
const partItem = (
  title: string,
  more: readonly string[],
  ...acts: readonly (HTMLElement | null)[]
): HTMLElement =>
  node(
    'li',
    {},
    node('div', { class: 'item' }, node('span', { class: 'name' }, title), ...acts),
    ...more.filter((line) => line !== '').map((line) => node('div', { class: 'quiet' }, line)),
  );

export const bantSection = (viewer: Viewer, { account }: AccountView): HTMLElement =>
  node(
    'div',
    {},
    node(
      'table',
      { class: 'bant' },
      node(
        'tbody',
        {},
        ...BANT_KEYS.map((key) => {
          const { value, on, by } = account.bant[key];
          return node(
            'tr',
            {},
            node('th', { scope: 'row' }, localize(viewer, ACCOUNT_FIELD_LABELS[key])),
            node(
              'td',
              {},
              node('span', { class: 'answer', 'data-answer': value }, localize(viewer, BANT_VALUES[value])),
            ),
            node(
              'td',
              { class: 'quiet' },
              on === null
                ? ''
                : joinParts(formatDate(viewer, on), by === null ? null : memberName(viewer, by)),
            ),
          );
        }),
      ),
    ),
    account.latentNeed === null
      ? null
      : definitionList([[localize(viewer, ACCOUNT_FIELD_LABELS.latentNeed), account.latentNeed]]),
  );

export const contactsSection = (
  viewer: Viewer,
  { account }: AccountView,
  { may, edit }: SectionOptions & { edit: (id: string) => void },
): HTMLElement => {
  const contacts = sortedById(account.contacts);
  if (contacts.length === 0) return emptyNote(viewer, 'noContacts');
  return node(
    'ul',
    { class: 'plain items' },
    ...contacts.map(({ id, name, department, title, email, phone, state, speaksWith }) =>
      partItem(
        state === 'present' ? name : `${name} (${localize(viewer, CONTACT_STATES[state])})`,
        [
          joinParts(department, title),
          joinParts(phone, email),
          speaksWith.length === 0
            ? ''
            : t(viewer, 'speaks', {
                names: speaksWith.map((member) => memberName(viewer, member)).join(', '),
              }),
        ],
        may ? button(t(viewer, 'edit'), () => edit(id), 'link') : null,
      ),
    ),
  );
};

export const opportunitiesSection = (
  viewer: Viewer,
  { account }: AccountView,
  { may, close }: SectionOptions & { close: (id: string) => void },
): HTMLElement => {
  const all = sortedById(account.opportunities).reverse();
  if (all.length === 0) return emptyNote(viewer, 'noOpportunities');
  const open = all.filter(({ state }) => state === 'open');
  const closed = all.filter(({ state }) => state !== 'open');
  return node(
    'ul',
    { class: 'plain items' },
    ...[...open, ...closed].map(
      ({ id, product, state, fsOwnerId, since, closedOn, amount, lostReason, handOverNote, note }) =>
        partItem(
          product,
          [
            joinParts(
              state === 'open'
                ? t(viewer, 'openSince', { date: formatDate(viewer, since) })
                : localize(viewer, OPPORTUNITY_OUTCOMES[state]),
              closedOn === null ? null : formatDate(viewer, closedOn),
              lostReason === null ? null : codeLabel(viewer, LOST_REASONS, lostReason),
            ),
            joinParts(
              memberName(viewer, fsOwnerId),
              amount === null ? null : t(viewer, 'yen', { n: amount.toLocaleString('en') }),
            ),
            state === 'open' ? t(viewer, 'nextStepIs', { step: handOverNote.nextStep }) : '',
            note ?? '',
          ],
          may && state === 'open' ? button(t(viewer, 'closeIt'), () => close(id), 'link') : null,
        ),
    ),
  );
};

export const productsSection = (
  viewer: Viewer,
  { account }: AccountView,
  { may, edit }: SectionOptions & { edit: (id: string) => void },
): HTMLElement => {
  const uses = sortedById(account.products);
  if (uses.length === 0) return emptyNote(viewer, 'noProducts');
  return node(
    'ul',
    { class: 'plain items' },
    ...uses.map(({ id, product, state, since, endsOn, reference, confirmedBy, churnReason }) =>
      partItem(
        product,
        [
          joinParts(
            localize(viewer, PRODUCT_STATES[state]),
            since === null ? null : t(viewer, 'sinceDate', { date: formatDate(viewer, since) }),
            endsOn === null ? null : t(viewer, 'untilDate', { date: formatDate(viewer, endsOn) }),
          ),
          joinParts(
            reference,
            confirmedBy === null
              ? null
              : t(viewer, 'confirmedByName', { name: memberName(viewer, confirmedBy) }),
            churnReason,
          ),
        ],
        may ? button(t(viewer, 'edit'), () => edit(id), 'link') : null,
      ),
    ),
  );
};

/** Parent and children are accounts of their own. */
export const groupSection = (
  viewer: Viewer,
  { account, group: { parent, children } }: AccountView,
  look: (id: string) => void,
): HTMLElement => {
  if (parent === null && children.length === 0) return node('p', { class: 'quiet' }, t(viewer, 'groupNone'));
  const line = ({ id, name, status }: RelatedCompany): HTMLElement =>
    node(
      'li',
      {},
      node(
        'div',
        { class: 'item' },
        node('span', {}, node('span', { class: 'name' }, name), ' ', statusChip(viewer, status)),
        button(t(viewer, 'openIt'), () => look(id), 'link'),
      ),
    );
  const list = (relatives: readonly RelatedCompany[]): HTMLElement =>
    node('ul', { class: 'plain items' }, ...relatives.map(line));
  const clientOfOne = (one: Status, other: Status): boolean =>
    one === 'CURRENT_CLIENT' && other !== 'CURRENT_CLIENT';
  const isHinted =
    (parent !== null && clientOfOne(parent.status, account.status)) ||
    children.some(({ status }) => clientOfOne(account.status, status));
  return node(
    'div',
    {},
    parent === null ? null : node('div', { class: 'quiet' }, t(viewer, 'groupParent')),
    parent === null ? null : list([parent]),
    children.length === 0 ? null : node('div', { class: 'quiet' }, t(viewer, 'groupChildren')),
    children.length === 0 ? null : list(children),
    children.length < MAX_CHILDREN
      ? null
      : node('p', { class: 'quiet' }, t(viewer, 'groupFirst', { n: children.length })),
    isHinted ? node('p', { class: 'hint' }, t(viewer, 'groupHint')) : null,
  );
};

export const detailsSection = (viewer: Viewer, { account }: AccountView): HTMLElement =>
  definitionList([
    ...(
      ['corporateNumber', 'kana', 'englishName', 'phone', 'address', 'industry', 'securitiesCode'] as const
    ).map((key) => [localize(viewer, ACCOUNT_FIELD_LABELS[key]), account[key]] as const),
    [localize(viewer, ACCOUNT_FIELD_LABELS.domains), account.domains.join(', ')],
    [
      t(viewer, 'formerNames'),
      account.formerNames
        .map(({ name, until }) => `${name} (${t(viewer, 'untilDate', { date: formatDate(viewer, until) })})`)
        .join(', '),
    ],
    [
      localize(viewer, WINDOW_MESSAGES.lists),
      Object.entries(account.sources)
        .map(([list, id]) => (id === '' ? list : `${list}: ${id}`))
        .join(', '),
    ],
    [t(viewer, 'accountId'), account.id],
  ]);

export const missingDataText = (viewer: Viewer, { account }: AccountView): string =>
  account.debts.map((code) => guardLabel(viewer, code)).join(viewer.language === 'ja' ? '、' : ', ');
