/** A refusal that teaches: which rule, what is missing, who changed what meanwhile, and what is possible now. */
import type { AccountChange } from '../../../functions/domain/account/account-change';
import type { Status } from '../../../functions/domain/status/statuses';
import type { SheetCommandResult } from '../../script-api';
import { likelyDuplicates } from '../companies/register-command';
import { changedValueText, statusLabel } from '../messages/change-text';
import { commandText } from '../messages/command-text';
import { linkRefusalLines, traitLabels } from '../messages/merge-text';
import { formatDate, localize, memberName, t, type Viewer } from '../messages/viewer';
import { button, node } from './dom';
import { callScript } from './script-client';
import { statusChip } from './status-chip';

type Refusal = NonNullable<SheetCommandResult['refusal']>;
type Json = Readonly<Record<string, unknown>>;

interface LaterChange {
  /** The team's calendar date. */
  on: string;
  by: string;
  byName: string | null;
  changes: readonly AccountChange[];
}

/** Who did what when, and both values. */
const conflictView = (viewer: Viewer, { facts }: Refusal): Node => {
  const since = (facts.since ?? []) as readonly LaterChange[];
  const yours = facts.yours as Parameters<typeof commandText>[1] | undefined;
  return node(
    'div',
    {},
    ...since.map(({ on, by, byName, changes }) => {
      const status = changes.find((change) => change.path === 'status');
      const lines = changes
        .filter(({ path }) => !['status', 'statusSince', 'everMet'].includes(path))
        .flatMap((change) => changedValueText(viewer, change) ?? []);
      return node(
        'div',
        { class: 'theirs' },
        node(
          'strong',
          {},
          t(viewer, 'theirs', { who: byName ?? memberName(viewer, by), at: formatDate(viewer, on) }),
        ),
        node(
          'ul',
          {},
          status === undefined
            ? null
            : node('li', {}, `${statusLabel(viewer, status.before)} → ${statusLabel(viewer, status.after)}`),
          ...lines.map((line) => node('li', {}, line)),
        ),
      );
    }),
    yours === undefined
      ? null
      : node('div', {}, node('strong', {}, t(viewer, 'yours')), ' ', commandText(viewer, yours)),
  );
};

const textOrEmpty = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Facts that a person can use: whom to speak with, which date would do, which company it is. */
const factLines = (viewer: Viewer, { facts }: Refusal): string[] => {
  const names = ((facts.with ?? facts.open ?? facts.products ?? []) as readonly Json[])
    .map(({ name, product }) => textOrEmpty(name ?? product))
    .filter((name) => name !== '');
  return [
    ...(names.length === 0 ? [] : [names.join(', ')]),
    ...(textOrEmpty(facts.nextBusinessDay) === ''
      ? []
      : [t(viewer, 'nextBusinessDay', { date: textOrEmpty(facts.nextBusinessDay) })]),
    ...(textOrEmpty(facts.latest) === ''
      ? []
      : [t(viewer, 'latestDay', { date: textOrEmpty(facts.latest) })]),
    ...linkRefusalLines(viewer, facts),
  ];
};

/** An account that a refusal speaks of, and the way to it. */
const accountView = (
  viewer: Viewer,
  { id, name, status }: { id: string; name: string; status: Status },
  more: readonly string[] = [],
): HTMLElement =>
  node(
    'li',
    { class: 'other' },
    node(
      'div',
      { class: 'item' },
      node('span', {}, node('span', { class: 'name' }, name), ' ', statusChip(viewer, status)),
      button(t(viewer, 'openIt'), () => void callScript('goTo', id), 'link'),
    ),
    ...more.map((line) => node('div', { class: 'quiet' }, line)),
  );

/** The companies that it seems to be: which they are, by what, and whom to ask. */
const duplicatesView = (viewer: Viewer, refusal: Refusal): HTMLElement | null => {
  const { code, facts } = refusal;
  const likely = likelyDuplicates(refusal).map((other) =>
    accountView(viewer, other, [
      [
        t(viewer, 'alikeBy', { facts: traitLabels(viewer, other.why) }),
        `${t(viewer, 'owner')}: ${other.ownerName ?? t(viewer, 'nobody')}`,
      ].join(' · '),
    ]),
  );
  const numbered =
    code === 'DUPLICATE_CORPORATE_NUMBER' && textOrEmpty(facts.accountId) !== ''
      ? [
          accountView(viewer, {
            id: textOrEmpty(facts.accountId),
            name: textOrEmpty(facts.name),
            status: facts.status as Status,
          }),
        ]
      : [];
  const all = [...likely, ...numbered];
  return all.length === 0 ? null : node('ul', { class: 'plain' }, ...all);
};

export const refusalView = (
  viewer: Viewer,
  refusal: Refusal,
  { reload }: { reload: (() => void) | null },
): HTMLElement => {
  const { code, message, legal, missing } = refusal;
  const reasons = (refusal.reasons ?? []).length > 0 ? refusal.reasons : [{ code, message }];
  const conflict = code === 'CONFLICT';
  return node(
    'div',
    { class: 'refusal', role: 'alert' },
    node(
      'ul',
      { class: 'plain' },
      ...reasons.map((reason) => node('li', {}, localize(viewer, reason.message))),
    ),
    ...factLines(viewer, refusal).map((line) => node('p', {}, line)),
    duplicatesView(viewer, refusal),
    conflict ? conflictView(viewer, refusal) : null,
    conflict && reload !== null ? button(t(viewer, 'reload'), reload) : null,
    (missing ?? []).length > 0 || conflict || (legal ?? []).length === 0
      ? null
      : node(
          'p',
          {},
          t(viewer, 'legalNow'),
          ' ',
          ...legal.flatMap((status) => [statusChip(viewer, status), ' ']),
        ),
  );
};
