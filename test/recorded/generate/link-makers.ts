/** Commands about two accounts, and the way back. */
import type { Json } from './json';
import type { Maker, Scene } from './maker';
import { isManager } from './people';

/** The status that a merge proposes comes from this order, mostly. */
const SURVIVES = [
  'CURRENT_CLIENT',
  'ACTIVE_OPPORTUNITY',
  'QUARTERLY_CHECK',
  'DEAD_OPPORTUNITY',
  'WORKING',
  'BAD_FIT',
  'COLD',
];

/** Preferably one with the same name or a link already. */
const partner = ({ world, account }: Scene): Json | undefined => {
  const open = world
    .standing()
    .map((known) => known.account)
    .filter(({ id, status }) => id !== account.id && status !== 'ON_FILE');
  const alike = open.filter(({ name }) => name === account.name);
  return world.random.maybeOne(alike.length > 0 && world.random.chance(0.7) ? alike : open);
};

const merge: Maker = {
  fits: ({ account, actor }) =>
    account.status !== 'ON_FILE' &&
    account.merged === null &&
    (isManager(actor) || ['COLD', 'WORKING', 'DEAD_OPPORTUNITY', 'QUARTERLY_CHECK'].includes(account.status)),
  make: (scene) => {
    const { world, account } = scene;
    const { random } = world;
    const linked = account.onFile?.successorId;
    const into =
      linked === undefined || linked === null ? partner(scene) : world.accounts.get(linked)?.account;
    const proposed = SURVIVES.find((status) => status === account.status || status === into?.status);
    return {
      type: 'merge',
      intoId: into?.id ?? 'a_nobody',
      ...(random.chance(0.4) ? { intoVersion: into?.version ?? 1 } : {}),
      reason: random.one(['DUPLICATE', 'DUPLICATE', 'MERGED', 'ACQUIRED']),
      ...(proposed !== undefined && random.chance(0.7) ? { survivorStatus: proposed } : {}),
      ...(random.chance(0.4) ? { note: '同じ会社と確認' } : {}),
      ...(random.chance(0.15) ? { preview: true } : {}),
    };
  },
};

const unmerge: Maker = {
  nearly: ({ account }) => account.onFile?.successorId != null,
  // What was brought over must not have changed since.
  fits: ({ account: { merged }, actor, world }) =>
    merged !== null &&
    isManager(actor) &&
    world.accounts.get(merged.intoId)?.account.version - merged.intoVersion < 2,
  make: () => ({ type: 'unmerge', reason: '別の会社でした' }),
};

const cutLink: Maker = {
  fits: ({ account, actor }) => account.onFile?.successorId != null && isManager(actor),
  make: () => ({ type: 'cutLink', reason: '後継の誤り' }),
};

const markNotDuplicate: Maker = {
  fits: () => true,
  make: (scene) => ({
    type: 'markNotDuplicate',
    otherId: partner(scene)?.id ?? 'a_nobody',
    ...(scene.world.random.chance(0.5) ? { reason: '所在地が違う' } : {}),
  }),
};

const DAY = 86_400_000;

const undo: Maker = {
  fits: ({ account, actor, history: [newest], world }) =>
    account.version > 1 &&
    newest !== undefined &&
    (isManager(actor) || (newest.by === actor.id && world.now - Date.parse(newest.at) < DAY)),
  nearly: ({ account }) => account.version > 1,
  make: ({ world: { random }, account }) => {
    const back = random.weighted([
      [0, 8],
      [1, 1],
      [2, 1],
      [4, 1],
    ] as const);
    return { type: 'undo', version: Math.max(1, account.version - back) };
  },
};

export const LINK_MAKERS = { merge, unmerge, cutLink, markNotDuplicate, undo } satisfies Record<
  string,
  Maker
>;
