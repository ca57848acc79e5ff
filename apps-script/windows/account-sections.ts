/** What the sidebar shows of an account, part by part. */
import { type Account, lastContact, listed, openOpportunities } from '../../functions/domain/account';
import { daysBetween } from '../../functions/domain/calendar';
import {
  BAD_FIT_REASONS,
  BANT_KEYS,
  BANT_VALUES,
  CONTACT_STATES,
  type CodeList,
  hasCode,
  LOST_REASONS,
  ON_FILE_REASONS,
  OUTCOMES,
  PRODUCT_STATES,
} from '../../functions/domain/code-lists';
import type { Relative } from '../../functions/domain/group';
import type { Status } from '../../functions/domain/statuses';
import { text } from '../../functions/domain/text';
import type { AccountTold } from '../told';
import { type Here, memberName, of, say, shownDate } from './here';
import { activityWords, guardWord, statusWord } from './history-words';
import { button, node, pairs } from './nodes';
import { statusChip } from './status-chip';
import { FIELD_WORDS, WORDS } from './words';

/** So many are told of at once. */
const MOST_CHILDREN = 50;

const coded = (here: Here, list: CodeList, code: string): string =>
  hasCode(list, code) ? of(here, list[code] ?? text(code, code)) : code;

const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part != null && part !== '').join(' · ');

/** A date and how far it is, in words. */
const dueWords = (here: Here, date: string): string => {
  const days = daysBetween(here.today, date);
  const far =
    days < 0
      ? say(here, 'overdueBy', { n: -days })
      : days === 0
        ? say(here, 'dueToday')
        : say(here, 'dueIn', { n: days });
  return `${shownDate(here, date)} (${far})`;
};

type Fact = readonly [string, string | HTMLElement] | null;

const lostFacts = (here: Here, { lost }: Account): Fact[] => {
  if (lost === null) return [];
  const { reason, reasonText, on, revisitOn, revisitTrigger } = lost;
  return [
    [say(here, 'lostReason'), joined(coded(here, LOST_REASONS, reason), reasonText, shownDate(here, on))],
    revisitOn === null && revisitTrigger === null
      ? null
      : [say(here, 'revisit'), joined(revisitOn === null ? null : dueWords(here, revisitOn), revisitTrigger)],
  ];
};

export const headFacts = (here: Here, { account, today }: AccountTold): HTMLElement => {
  const contact = lastContact(account);
  const fsOwners = [...new Set(openOpportunities(account).map(({ fsOwnerId }) => fsOwnerId))];
  const overdue = account.nextCheck !== null && account.nextCheck.date < today;
  return pairs([
    [
      say(here, 'since'),
      `${shownDate(here, account.statusSince)} (${say(here, 'days', { n: daysBetween(account.statusSince, today) })})`,
    ],
    [say(here, 'owner'), memberName(here, account.ownerId)],
    account.isOwnerId === null || account.isOwnerId === account.ownerId
      ? null
      : [of(here, FIELD_WORDS.isOwnerId), memberName(here, account.isOwnerId)],
    fsOwners.length === 0
      ? null
      : [say(here, 'fsOwners'), fsOwners.map((id) => memberName(here, id)).join(', ')],
    [
      say(here, 'lastContact'),
      contact === null ? say(here, 'never') : activityWords(here, { ...contact }, true),
    ],
    account.nextCheck === null
      ? null
      : [
          of(here, FIELD_WORDS.nextCheck),
          node('span', { class: overdue ? 'overdue' : '' }, dueWords(here, account.nextCheck.date)),
        ],
    account.missedChecks === 0
      ? null
      : [say(here, 'missed'), say(here, 'times', { n: account.missedChecks })],
    account.awaitedCondition === null
      ? null
      : [of(here, FIELD_WORDS.awaitedCondition), account.awaitedCondition],
    account.awaitedContactId === null
      ? null
      : [say(here, 'contactPerson'), account.contacts[account.awaitedContactId]?.name ?? ''],
    ...lostFacts(here, account),
    account.badFit === null
      ? null
      : [
          say(here, 'badFitReason'),
          joined(
            coded(here, BAD_FIT_REASONS, account.badFit.reason),
            account.badFit.note,
            say(here, 'reviewOn', { date: shownDate(here, account.badFit.reviewOn) }),
          ),
        ],
    account.onFile === null || account.onFile.reason === ''
      ? null
      : [
          say(here, 'onFileReason'),
          joined(
            coded(here, ON_FILE_REASONS, account.onFile.reason),
            account.onFile.reasonText,
            say(here, 'wasBefore', { status: statusWord(here, account.onFile.from) }),
          ),
        ],
    [say(here, 'everMet'), say(here, account.everMet ? 'yes' : 'no')],
  ]);
};

interface Acts {
  /** Null where the person may only read. */
  may: boolean;
}

const empty = (here: Here, key: 'noContacts' | 'noOpportunities' | 'noProducts'): HTMLElement =>
  node('p', { class: 'quiet' }, say(here, key));

/** One part of the account: what it is called, more about it, and what may be done with it. */
const item = (
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

export const bantSection = (here: Here, { account }: AccountTold): HTMLElement =>
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
            node('th', { scope: 'row' }, of(here, FIELD_WORDS[key])),
            node(
              'td',
              {},
              node('span', { class: 'answer', 'data-answer': value }, of(here, BANT_VALUES[value])),
            ),
            node(
              'td',
              { class: 'quiet' },
              on === null ? '' : joined(shownDate(here, on), by === null ? null : memberName(here, by)),
            ),
          );
        }),
      ),
    ),
    account.latentNeed === null ? null : pairs([[of(here, FIELD_WORDS.latentNeed), account.latentNeed]]),
  );

export const contactsSection = (
  here: Here,
  { account }: AccountTold,
  { may, edit }: Acts & { edit: (id: string) => void },
): HTMLElement => {
  const contacts = listed(account.contacts);
  if (contacts.length === 0) return empty(here, 'noContacts');
  return node(
    'ul',
    { class: 'plain items' },
    ...contacts.map(({ id, name, department, title, email, phone, state, speaksWith }) =>
      item(
        state === 'present' ? name : `${name} (${of(here, CONTACT_STATES[state])})`,
        [
          joined(department, title),
          joined(phone, email),
          speaksWith.length === 0
            ? ''
            : say(here, 'speaks', { names: speaksWith.map((member) => memberName(here, member)).join(', ') }),
        ],
        may ? button(say(here, 'edit'), () => edit(id), 'link') : null,
      ),
    ),
  );
};

export const opportunitiesSection = (
  here: Here,
  { account }: AccountTold,
  { may, close }: Acts & { close: (id: string) => void },
): HTMLElement => {
  const all = listed(account.opportunities).reverse();
  if (all.length === 0) return empty(here, 'noOpportunities');
  const open = all.filter(({ state }) => state === 'open');
  const closed = all.filter(({ state }) => state !== 'open');
  return node(
    'ul',
    { class: 'plain items' },
    ...[...open, ...closed].map(
      ({ id, product, state, fsOwnerId, since, closedOn, amount, lostReason, handOverNote, note }) =>
        item(
          product,
          [
            joined(
              state === 'open'
                ? say(here, 'openSince', { date: shownDate(here, since) })
                : of(here, OUTCOMES[state]),
              closedOn === null ? null : shownDate(here, closedOn),
              lostReason === null ? null : coded(here, LOST_REASONS, lostReason),
            ),
            joined(
              memberName(here, fsOwnerId),
              amount === null ? null : say(here, 'yen', { n: amount.toLocaleString('en') }),
            ),
            state === 'open' ? say(here, 'nextStepIs', { step: handOverNote.nextStep }) : '',
            note ?? '',
          ],
          may && state === 'open' ? button(say(here, 'closeIt'), () => close(id), 'link') : null,
        ),
    ),
  );
};

export const productsSection = (
  here: Here,
  { account }: AccountTold,
  { may, edit }: Acts & { edit: (id: string) => void },
): HTMLElement => {
  const uses = listed(account.products);
  if (uses.length === 0) return empty(here, 'noProducts');
  return node(
    'ul',
    { class: 'plain items' },
    ...uses.map(({ id, product, state, since, endsOn, reference, confirmedBy, churnReason }) =>
      item(
        product,
        [
          joined(
            of(here, PRODUCT_STATES[state]),
            since === null ? null : say(here, 'sinceDate', { date: shownDate(here, since) }),
            endsOn === null ? null : say(here, 'untilDate', { date: shownDate(here, endsOn) }),
          ),
          joined(
            reference,
            confirmedBy === null
              ? null
              : say(here, 'confirmedByName', { name: memberName(here, confirmedBy) }),
            churnReason,
          ),
        ],
        may ? button(say(here, 'edit'), () => edit(id), 'link') : null,
      ),
    ),
  );
};

/** Parent and children are accounts of their own. */
export const groupSection = (
  here: Here,
  { account, group: { parent, children } }: AccountTold,
  look: (id: string) => void,
): HTMLElement => {
  if (parent === null && children.length === 0) return node('p', { class: 'quiet' }, say(here, 'groupNone'));
  const line = ({ id, name, status }: Relative): HTMLElement =>
    node(
      'li',
      {},
      node(
        'div',
        { class: 'item' },
        node('span', {}, node('span', { class: 'name' }, name), ' ', statusChip(here, status)),
        button(say(here, 'openIt'), () => look(id), 'link'),
      ),
    );
  const list = (relatives: readonly Relative[]): HTMLElement =>
    node('ul', { class: 'plain items' }, ...relatives.map(line));
  const clientOfOne = (one: Status, other: Status): boolean =>
    one === 'CURRENT_CLIENT' && other !== 'CURRENT_CLIENT';
  const isHinted =
    (parent !== null && clientOfOne(parent.status, account.status)) ||
    children.some(({ status }) => clientOfOne(account.status, status));
  return node(
    'div',
    {},
    parent === null ? null : node('div', { class: 'quiet' }, say(here, 'groupParent')),
    parent === null ? null : list([parent]),
    children.length === 0 ? null : node('div', { class: 'quiet' }, say(here, 'groupChildren')),
    children.length === 0 ? null : list(children),
    children.length < MOST_CHILDREN
      ? null
      : node('p', { class: 'quiet' }, say(here, 'groupFirst', { n: children.length })),
    isHinted ? node('p', { class: 'hint' }, say(here, 'groupHint')) : null,
  );
};

export const detailsSection = (here: Here, { account }: AccountTold): HTMLElement =>
  pairs([
    ...(
      ['corporateNumber', 'kana', 'englishName', 'phone', 'address', 'industry', 'securitiesCode'] as const
    ).map((key) => [of(here, FIELD_WORDS[key]), account[key]] as const),
    [of(here, FIELD_WORDS.domains), account.domains.join(', ')],
    [
      say(here, 'formerNames'),
      account.formerNames
        .map(({ name, until }) => `${name} (${say(here, 'untilDate', { date: shownDate(here, until) })})`)
        .join(', '),
    ],
    [
      of(here, WORDS.lists),
      Object.entries(account.sources)
        .map(([list, id]) => (id === '' ? list : `${list}: ${id}`))
        .join(', '),
    ],
    [say(here, 'accountId'), account.id],
  ]);

export const debtsWords = (here: Here, { account }: AccountTold): string =>
  account.debts.map((code) => guardWord(here, code)).join(here.language === 'ja' ? '、' : ', ');
