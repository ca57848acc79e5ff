/** A refusal that teaches: which rule, what is missing, who changed what meanwhile, and what is possible now. */
import type { Change } from '../../functions/domain/history';
import type { Status } from '../../functions/domain/statuses';
import type { Fate } from '../told';
import { type Here, memberName, of, say, shownDate } from './here';
import { changeWords, statusWord } from './history-words';
import { linkLines, whyWords } from './link-words';
import { button, node } from './nodes';
import { likelyOf } from './register-command';
import { ask } from './script';
import { statusChip } from './status-chip';
import { wishWords } from './wish-words';

type Refusal = NonNullable<Fate['refusal']>;
type Json = Readonly<Record<string, unknown>>;

interface Since {
  /** The team's calendar date. */
  on: string;
  by: string;
  byName: string | null;
  changes: readonly Change[];
}

/** Who did what when, and both values. */
const conflictView = (here: Here, { facts }: Refusal): Node => {
  const since = (facts.since ?? []) as readonly Since[];
  const yours = facts.yours as Parameters<typeof wishWords>[1] | undefined;
  return node(
    'div',
    {},
    ...since.map(({ on, by, byName, changes }) => {
      const status = changes.find(({ path }) => path === 'status');
      const lines = changes
        .filter(({ path }) => !['status', 'statusSince', 'everMet'].includes(path))
        .flatMap((change) => changeWords(here, change) ?? []);
      return node(
        'div',
        { class: 'theirs' },
        node(
          'strong',
          {},
          say(here, 'theirs', { who: byName ?? memberName(here, by), at: shownDate(here, on) }),
        ),
        node(
          'ul',
          {},
          status === undefined
            ? null
            : node('li', {}, `${statusWord(here, status.before)} → ${statusWord(here, status.after)}`),
          ...lines.map((line) => node('li', {}, line)),
        ),
      );
    }),
    yours === undefined
      ? null
      : node('div', {}, node('strong', {}, say(here, 'yours')), ' ', wishWords(here, yours)),
  );
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Facts that a person can use: whom to speak with, which date would do, which company it is. */
const factLines = (here: Here, { facts }: Refusal): string[] => {
  const names = ((facts.with ?? facts.open ?? facts.products ?? []) as readonly Json[])
    .map(({ name, product }) => text(name ?? product))
    .filter((name) => name !== '');
  return [
    ...(names.length === 0 ? [] : [names.join(', ')]),
    ...(text(facts.nextBusinessDay) === ''
      ? []
      : [say(here, 'nextBusinessDay', { date: text(facts.nextBusinessDay) })]),
    ...(text(facts.latest) === '' ? [] : [say(here, 'latestDay', { date: text(facts.latest) })]),
    ...linkLines(here, facts),
  ];
};

/** An account that a refusal speaks of, and the way to it. */
const otherView = (
  here: Here,
  { id, name, status }: { id: string; name: string; status: Status },
  more: readonly string[] = [],
): HTMLElement =>
  node(
    'li',
    { class: 'other' },
    node(
      'div',
      { class: 'item' },
      node('span', {}, node('span', { class: 'name' }, name), ' ', statusChip(here, status)),
      button(say(here, 'openIt'), () => void ask('goTo', id), 'link'),
    ),
    ...more.map((line) => node('div', { class: 'quiet' }, line)),
  );

/** The companies that it seems to be: which they are, by what, and whom to ask. */
const othersView = (here: Here, refusal: Refusal): HTMLElement | null => {
  const { code, facts } = refusal;
  const likely = likelyOf(refusal).map((other) =>
    otherView(here, other, [
      [
        say(here, 'alikeBy', { facts: whyWords(here, other.why) }),
        `${say(here, 'owner')}: ${other.ownerName ?? say(here, 'nobody')}`,
      ].join(' · '),
    ]),
  );
  const numbered =
    code === 'DUPLICATE_CORPORATE_NUMBER' && text(facts.accountId) !== ''
      ? [
          otherView(here, {
            id: text(facts.accountId),
            name: text(facts.name),
            status: facts.status as Status,
          }),
        ]
      : [];
  const all = [...likely, ...numbered];
  return all.length === 0 ? null : node('ul', { class: 'plain' }, ...all);
};

export const refusalView = (
  here: Here,
  refusal: Refusal,
  { reload }: { reload: (() => void) | null },
): HTMLElement => {
  const { code, message, legal, missing } = refusal;
  const reasons = (refusal.reasons ?? []).length > 0 ? refusal.reasons : [{ code, message }];
  const conflict = code === 'CONFLICT';
  return node(
    'div',
    { class: 'refusal', role: 'alert' },
    node('ul', { class: 'plain' }, ...reasons.map((reason) => node('li', {}, of(here, reason.message)))),
    ...factLines(here, refusal).map((line) => node('p', {}, line)),
    othersView(here, refusal),
    conflict ? conflictView(here, refusal) : null,
    conflict && reload !== null ? button(say(here, 'reload'), reload) : null,
    (missing ?? []).length > 0 || conflict || (legal ?? []).length === 0
      ? null
      : node(
          'p',
          {},
          say(here, 'legalNow'),
          ' ',
          ...legal.flatMap((status) => [statusChip(here, status), ' ']),
        ),
  );
};
