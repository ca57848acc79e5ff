/**
 * Texts about accounts that belong together or seem to: why they are similar, why they may not be linked, what a merge transfers.
 */

import { partById } from '../../../functions/domain/account/account';
import { commandLabel } from '../../../functions/domain/commands/command-labels';
import type { ManagerReason, MergePreview } from '../../../functions/domain/commands/merge-terms';
import type { LaterChange } from '../../../functions/domain/commands/rule-refusal';
import type { MatchingTrait } from '../../../functions/domain/company/duplicates';
import { ACCOUNT_FIELD_LABELS, PART_LABELS } from '../../../functions/domain/history/account-labels';
import { activityText } from '../../../functions/domain/history/change-text';
import { guardLabel } from '../../../functions/domain/history/value-words';
import type { RegisterRow } from '../../../functions/domain/register/row';
import type { Text } from '../../../functions/domain/text/text';
import type { WindowMessageKey } from './catalog';
import { formatDate, localize, memberName, t, type Viewer } from './viewer';

type Reader = Pick<Viewer, 'language' | 'members'>;

const joinList = ({ language }: Reader, words: readonly string[]): string =>
  words.join(language === 'ja' ? '、' : ', ');

const localizeOr = (viewer: Reader, label: Text | undefined, otherwise: string): string =>
  label === undefined ? otherwise : localize(viewer, label);

const fieldLabel = (viewer: Reader, field: string): string =>
  localizeOr(viewer, partById(ACCOUNT_FIELD_LABELS, field), field);

const TRAIT_FIELDS: Readonly<Record<MatchingTrait, keyof typeof ACCOUNT_FIELD_LABELS>> = {
  corporateNumber: 'corporateNumber',
  name: 'name',
  domain: 'domains',
  phone: 'phone',
  address: 'address',
};

export const traitLabels = (viewer: Reader, why: readonly MatchingTrait[]): string =>
  joinList(
    viewer,
    why.map((one) => localize(viewer, ACCOUNT_FIELD_LABELS[TRAIT_FIELDS[one]])),
  );

const MANAGER_REASON_KEYS: Readonly<Record<ManagerReason, WindowMessageKey>> = {
  client: 'managersClient',
  opportunities: 'managersOpportunities',
  badFit: 'managersBadFit',
  onFile: 'managersOnFile',
};

export const needsManagerText = (viewer: Reader, because: readonly ManagerReason[]): string =>
  t(viewer, 'managersOnly', {
    why: joinList(
      viewer,
      because.map((one) => t(viewer, MANAGER_REASON_KEYS[one])),
    ),
  });

/** What prevents undoing a merge. */
export const laterChangeText = (
  viewer: Reader,
  { path, what, on, by, byName, command }: LaterChange,
): string => {
  const [field = ''] = path.split('.');
  const label = localizeOr(viewer, partById(PART_LABELS, field), fieldLabel(viewer, field));
  const done = commandLabel(command);
  return t(viewer, 'changedSince', {
    at: formatDate(viewer, on),
    who: byName ?? memberName(viewer, by),
    what: [label, what, done === null ? null : `(${localize(viewer, done)})`]
      .filter((part) => part !== null)
      .join(' '),
  });
};

/**
 * Compares both accounts of a merge line by line: label, the account that goes, the one that stays. A line is left out where
 * neither has a value.
 */
export const mergeComparison = (
  viewer: Reader,
  { from, into }: Pick<MergePreview, 'from' | 'into'>,
): (readonly [label: string, from: string, into: string])[] => {
  const none = t(viewer, 'none');
  const contact = ({ lastContact, lastContactWith }: RegisterRow): string =>
    lastContact === null
      ? ''
      : [formatDate(viewer, lastContact), lastContactWith].filter((part) => part !== null).join(' ');
  const sides: readonly (readonly [string, (row: RegisterRow) => string])[] = [
    [fieldLabel(viewer, 'corporateNumber'), ({ corporateNumber }) => corporateNumber ?? ''],
    [t(viewer, 'owner'), ({ ownerId }) => (ownerId === null ? '' : memberName(viewer, ownerId))],
    [t(viewer, 'everMet'), ({ everMet }) => (everMet ? t(viewer, 'yes') : '')],
    [t(viewer, 'lastContact'), contact],
    [
      fieldLabel(viewer, 'nextCheck'),
      ({ nextCheck }) => (nextCheck === null ? '' : formatDate(viewer, nextCheck)),
    ],
    [fieldLabel(viewer, 'awaitedCondition'), ({ awaitedCondition }) => awaitedCondition ?? ''],
    [
      t(viewer, 'openDeals'),
      ({ openOpportunities }) => (openOpportunities === 0 ? '' : String(openOpportunities)),
    ],
    [t(viewer, 'products'), ({ products }) => joinList(viewer, products)],
  ];
  return sides.flatMap(([label, tell]) => {
    const [left, right] = [tell(from), tell(into)];
    return left === '' && right === '' ? [] : [[label, left || none, right || none] as const];
  });
};

/** What the remaining account receives, one line for each kind. */
export const transferLines = (viewer: Reader, { brings }: Pick<MergePreview, 'brings'>): string[] => {
  const { contacts, opportunities, products, activities, domains, otherNames, formerNames, sources, fills } =
    brings;
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [t(viewer, 'contacts'), contacts.map(({ name }) => name)],
    [t(viewer, 'opportunities'), opportunities.map(({ product }) => product)],
    [t(viewer, 'productsHead'), products.map(({ product }) => product)],
    [t(viewer, 'lastContact'), activities.map((activity) => activityText(viewer, activity))],
    [fieldLabel(viewer, 'otherNames'), otherNames],
    [fieldLabel(viewer, 'domains'), domains],
    [t(viewer, 'formerNames'), formerNames],
    [t(viewer, 'lists'), sources],
    [t(viewer, 'details'), fills.map((field) => fieldLabel(viewer, field.replace(/^bant\./, '')))],
  ];
  return lines.flatMap(([label, words]) =>
    words.length === 0 ? [] : [`${label}${viewer.language === 'ja' ? ':' : ': '}${joinList(viewer, words)}`],
  );
};

/** Data that the remaining account will lack; null where the merge is refused. */
export const missingDataAfterMerge = (
  viewer: Reader,
  { survivor }: Pick<MergePreview, 'survivor'>,
): string | null =>
  survivor === null || survivor.debts.length === 0
    ? null
    : t(viewer, 'mergeDebts', {
        debts: joinList(
          viewer,
          survivor.debts.map((code) => guardLabel(viewer, code)),
        ),
      });
