/**
 * Who may give which command: one table of role × command × channel. Each command names its
 * givers; `decide` asks here and nowhere else, and docs/roles.md is made from it.
 */
import type { Account } from '../account/account';
import type { Member, Role } from '../account/team';
import { UNKNOWN_EDITOR_ID } from '../account/unknown-editor';
import type { Channel } from '../status/code-lists';
import type { Status } from '../status/statuses';

/**
 * `editor` is somebody who has typed into a cell and is not known: at most the ordinary work of any rep, and nothing that counts
 * on who has done it. Managers and admins may do what every rep may.
 */
export const RIGHT_HOLDERS = ['is', 'fs', 'manager', 'editor'] as const;
export type RightHolder = (typeof RIGHT_HOLDERS)[number];

/** `own`: only on accounts that the member owns, or that nobody owns. */
export type Right = 'yes' | 'own' | 'no';

const EVERYBODY = { is: 'yes', fs: 'yes', manager: 'yes', editor: 'yes' } as const;

export const GIVERS = {
  /** The ordinary work of every rep, also where the editor of a cell is unknown. */
  rep: EVERYBODY,
  /** Commands for which it matters who gives them, as where somebody else has to approve: an unknown editor may not. */
  knownRep: { is: 'yes', fs: 'yes', manager: 'yes', editor: 'no' },
  /** Quarterly checks. An account that field sales own since its opportunity closed is checked by them. */
  insideSales: { is: 'yes', fs: 'own', manager: 'yes', editor: 'no' },
  /** How an opportunity ends, and what the account becomes then. */
  fieldSales: { is: 'no', fs: 'yes', manager: 'yes', editor: 'no' },
  manager: { is: 'no', fs: 'no', manager: 'yes', editor: 'no' },
  /** Given by the functions alone, for whoever gave them the list or the other account's command. */
  system: EVERYBODY,
} as const satisfies Record<string, Readonly<Record<RightHolder, Right>>>;
export type Givers = keyof typeof GIVERS;

/** What a command says of who may give it. */
export interface CommandRights {
  givenBy: Givers;
  /** Other givers than `givenBy`, by the status of the account. */
  givenByIn?: Partial<Readonly<Record<Status, Givers>>>;
  /** True where the functions give it, too, to undo an import. */
  ofImports?: true;
}

/** Callers name the channel of their commands; `import` and `schedule` are the functions' own. */
const isOpenChannel = ({ givenBy, ofImports }: CommandRights, channel: Channel): boolean =>
  givenBy === 'system' || (channel === 'import' ? ofImports === true : channel !== 'schedule');

/** Null for a member who may change nothing. */
const rightHolderOf = (actor: Member): RightHolder | null => {
  if (!actor.active || actor.role === 'viewer') return null;
  if (actor.id === UNKNOWN_EDITOR_ID) return 'editor';
  return actor.role === 'is' || actor.role === 'fs' ? actor.role : 'manager';
};

export const giversOf = ({ givenBy, givenByIn = {} }: CommandRights, status: Status): Givers =>
  givenByIn[status] ?? givenBy;

/** The same for an account of which only its status and its owner are at hand. */
export const mayGiveOn = (
  rights: CommandRights,
  { status, ownerId }: { status: Status; ownerId: string | null },
  { actor, channel }: { actor: Member; channel: Channel },
): boolean => {
  const holder = rightHolderOf(actor);
  if (holder === null) return false;
  if (!isOpenChannel(rights, channel)) return false;
  const right: Right = GIVERS[giversOf(rights, status)][holder];
  return right === 'yes' || (right === 'own' && (ownerId === null || ownerId === actor.id));
};

export const mayGive = (
  rights: CommandRights,
  { ownerId, standing: { status } }: Pick<Account, 'ownerId' | 'standing'>,
  context: { actor: Member; channel: Channel },
): boolean => mayGiveOn(rights, { status, ownerId }, context);

/** The roles that a refusal names as those that may give the command. */
export const rolesOf = (givers: Givers): Role[] =>
  (['is', 'fs', 'manager', 'admin'] as const).filter(
    (role) => GIVERS[givers][role === 'admin' ? 'manager' : role] === 'yes',
  );
