import { readFileSync, writeFileSync } from 'node:fs';
import { ROLES } from '../../../../functions/domain/account/team';
import { UNKNOWN_EDITOR_ID } from '../../../../functions/domain/account/unknown-editor';
import { COMMAND_LABELS } from '../../../../functions/domain/commands/command-labels';
import {
  COMMANDS,
  type Command,
  type CommandType,
} from '../../../../functions/domain/commands/command-table';
import { decide } from '../../../../functions/domain/commands/decide';
import {
  GIVERS,
  type Givers,
  giversOf,
  mayGive,
  RIGHT_HOLDERS,
  type RightHolder,
} from '../../../../functions/domain/commands/rights';
import { CHANNELS, type Channel } from '../../../../functions/domain/status/code-lists';
import { STATUS, STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { aContext, anAccount, theMember } from '../../../builders';

const PAGE = 'docs/roles.md';
const TYPES = (Object.keys(COMMANDS) as CommandType[]).filter((type) => COMMANDS[type].givenBy !== 'system');

/** The specification's roles and what follows from them, told without the code that keeps it. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'is fs manager admin editor': [
    'register',
    'changeStatus',
    'putOnFile',
    'markNotDuplicate',
    'logActivity',
    'quickEntry',
    'setNextCheck',
    'setRevisit',
    'setAwaited',
    'addOpportunity',
    'saveContact',
    'moveContact',
    'saveProduct',
    'setBant',
    'editDetails',
    'addFormerName',
    'handOver',
    'handOverInsideSales',
    'keepPromises',
    'fillIn',
  ],
  'fs manager admin': ['closeOpportunity', 'editOpportunity', 'handOverOpportunity'],
  'manager admin': ['approve', 'reject', 'cutLink', 'correctMeeting', 'eraseContact'],
  'is fs manager admin': [
    'propose',
    'restore',
    'merge',
    'unmerge',
    'recordCheck',
    // Of the reps only who was asked to judge it once more: see its own test.
    'reviewBadFit',
    'acknowledgeHandOver',
    'undo',
  ],
};

const WHO: readonly [name: string, by: string, channel: Channel][] = [
  ['viewer', 'viewer', 'menu'],
  ['left', 'left', 'menu'],
  ['is', 'is', 'menu'],
  ['fs', 'fs', 'sidebar'],
  ['manager', 'manager', 'api'],
  ['admin', 'admin', 'cell'],
  ['editor', UNKNOWN_EDITOR_ID, 'trigger'],
];

const refusedForRole = (
  type: CommandType,
  by: string,
  channel: Channel,
  status: Status = 'COLD',
): boolean => {
  const command = { type } as Command;
  const account = anAccount({ status });
  const actor = by === UNKNOWN_EDITOR_ID ? { ...theMember('is'), id: by } : theMember(by);
  const context = aContext({ actor, channel });
  if (mayGive(COMMANDS[type], account, context)) return false;
  const decision = decide(account, command, context);
  return 'refusal' in decision && decision.refusal.code === 'ROLE_NOT_ALLOWED';
};

test('who may give what is what the specification says', () => {
  const found = new Map<string, string[]>();
  for (const type of TYPES) {
    const may = WHO.filter(([, by, channel]) => !refusedForRole(type, by, channel)).map(([name]) => name);
    found.set(may.join(' '), [...(found.get(may.join(' ')) ?? []), type]);
  }
  const sorted = (groups: Iterable<readonly [string, readonly string[]]>) =>
    Object.fromEntries([...groups].map(([who, types]) => [who, [...types].sort()]));
  expect(sorted(found)).toEqual(sorted(Object.entries(EXPECTED)));
});

test('how an opportunity ends, and what the account becomes then, is for field sales', () => {
  for (const type of ['changeStatus', 'putOnFile'] as const) {
    expect(refusedForRole(type, 'is', 'menu', 'ACTIVE_OPPORTUNITY')).toBe(true);
    expect(refusedForRole(type, UNKNOWN_EDITOR_ID, 'trigger', 'ACTIVE_OPPORTUNITY')).toBe(true);
    for (const by of ['fs', 'manager'])
      expect(refusedForRole(type, by, 'menu', 'ACTIVE_OPPORTUNITY')).toBe(false);
  }
});

test('field sales check what is theirs or nobody’s', () => {
  const may = (ownerId: string | null) =>
    mayGive(COMMANDS.recordCheck, anAccount({ ownerId }), { actor: theMember('fs'), channel: 'menu' });
  expect([may('fs'), may(null), may('is')]).toEqual([true, true, false]);
});

test('a caller names no channel of the functions', () => {
  for (const type of TYPES) {
    expect(refusedForRole(type, 'admin', 'schedule')).toBe(true);
    expect(refusedForRole(type, 'admin', 'import')).toBe(type !== 'undo');
  }
});

const HOLDER_NAMES: Readonly<Record<RightHolder, string>> = {
  is: `${ROLES.is.ja}<br>${ROLES.is.en}`,
  fs: `${ROLES.fs.ja}<br>${ROLES.fs.en}`,
  manager: `${ROLES.manager.ja}・${ROLES.admin.ja}<br>${ROLES.manager.en}, ${ROLES.admin.en}`,
  editor: '不明な編集者<br>Unknown editor',
};
const SIGNS = { yes: '✓', own: '自分の担当・担当なし<br>own or nobody’s', no: '–' };

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rightsRow = (type: CommandType, givers: Givers, status?: Status): string => {
  const { ja, en } = COMMAND_LABELS[type];
  const where = status === undefined ? '' : ` (${STATUS[status].label.ja} / ${STATUS[status].label.en})`;
  const signs = RIGHT_HOLDERS.map((holder) => SIGNS[GIVERS[givers][holder]]);
  return row([`\`${type}\``, ja + where, en, ...signs]);
};
const table = (): string =>
  [
    row(['command', '日本語', 'English', ...RIGHT_HOLDERS.map((holder) => HOLDER_NAMES[holder])]),
    row(['---', '---', '---', ...RIGHT_HOLDERS.map(() => ':---:')]),
    ...TYPES.flatMap((type) => {
      const { givenBy } = COMMANDS[type];
      const others = STATUSES.filter((status) => giversOf(COMMANDS[type], status) !== givenBy);
      return [
        rightsRow(type, givenBy),
        ...others.map((status) => rightsRow(type, giversOf(COMMANDS[type], status), status)),
      ];
    }),
  ].join('\n');

test(`${PAGE} has the table (UPDATE_DOCS=1 npm test -- rights writes it anew)`, () => {
  const page = readFileSync(PAGE, 'utf8');
  const [start, end] = [
    '<!-- rights, made by test/functions/domain/commands/rights.test.ts -->',
    '<!-- end of rights -->',
  ];
  const made = `${page.slice(0, page.indexOf(start) + start.length)}\n\n${table()}\n\n${page.slice(page.indexOf(end))}`;
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, made);
  expect(readFileSync(PAGE, 'utf8')).toBe(made);
  expect(CHANNELS).toContain('trigger');
});
