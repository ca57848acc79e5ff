import { toRecord } from '../../../../functions/domain/account/account-record';
import { legalMoves, offeredTransitions } from '../../../../functions/domain/account/offered-transitions';
import type { GuardCode } from '../../../../functions/domain/status/guard-texts';
import { MATRIX } from '../../../../functions/domain/status/matrix';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import { TRANSITIONS, transitionOf } from '../../../../functions/domain/status/transitions';
import { aContext, MEMBERS, TODAY, theMember } from '../../../builders';
import {
  accepted,
  active,
  approved,
  attempt,
  badFit,
  busyClient,
  client,
  codes,
  cold,
  dataFor,
  dead,
  duplicate,
  HEADQUARTERS,
  type Life,
  met,
  onFile,
  quarterly,
  refused,
  reviewed,
  working,
} from '../account-lives';

const [COLD, WORKING] = STATUSES;

/** Section 4 of the specification, as it stands there. */
const SPECIFICATION = `
| from \\ to            | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
| 1 COLD               | – | L | C | X | X | C | C | C |
| 2 WORKING            | C | – | C | C | C | C | C | C |
| 3 ACTIVE_OPPORTUNITY | X | C | – | C | C | C | M | C |
| 4 QUARTERLY_CHECK    | X | L | C | – | C | C | M | C |
| 5 DEAD_OPPORTUNITY   | X | L | C | C | – | C | M | C |
| 6 CURRENT_CLIENT     | X | C | C | C | C | – | M | C |
| 7 BAD_FIT            | M | M | X | X | M | M | – | C |
| 8 ON_FILE            | M | M | X | M | M | M | C | – |`;

/**
 * "Which guards on which move". The notes of the table that are guards of their own have a name here: AFTER_LOSS (5→4),
 * SETTLED (6→8), WAS_QUARTERLY (8→4); LINK_CUT and the NONE_OPEN of 6 come from the last paragraph and from rule 7.
 */
const GUARD_TABLE = `
1→2 4→2 5→2         | OWNER ACTION
1→3                 | OWNER OPPORTUNITY
1→6 4→6 5→6         | EVIDENCE
2→6                 | EVIDENCE COORDINATED
1→7 2→7             | FIT
1→8 2→8 4→8 5→8 7→8 | KEEP
3→8                 | KEEP NONE_OPEN
6→8                 | KEEP SETTLED NONE_OPEN
2→1                 | NOT_MET REASON
2→3                 | OPPORTUNITY COORDINATED
4→3 5→3             | OPPORTUNITY
2→4                 | MET NEED NEXT_CHECK
2→5                 | MET LOST
3→2                 | NONE_OPEN REASON
3→4                 | NONE_OPEN MET NEED NEXT_CHECK
3→5                 | NONE_OPEN MET LOST
3→6                 | EVIDENCE
4→5                 | LOST
5→4                 | AFTER_LOSS NEED NEXT_CHECK
6→2                 | CHURNED OWNER ACTION NONE_OPEN
6→3                 | CHURNED OPPORTUNITY
6→4                 | CHURNED NEED NEXT_CHECK NONE_OPEN
6→5                 | CHURNED LOST NONE_OPEN
4→7 5→7             | FIT MANAGER
3→7                 | FIT MANAGER NONE_OPEN
6→7                 | FIT MANAGER CHURNED NONE_OPEN
7→1                 | NOT_MET MANAGER REASON
8→1                 | NOT_MET MANAGER REASON LINK_CUT
7→2                 | MANAGER OWNER ACTION
8→2                 | MANAGER OWNER ACTION LINK_CUT
7→5                 | MET LOST MANAGER
8→5                 | MET LOST MANAGER LINK_CUT
7→6                 | EVIDENCE MANAGER
8→6                 | EVIDENCE MANAGER LINK_CUT
8→4                 | WAS_QUARTERLY MANAGER NEED NEXT_CHECK LINK_CUT
8→7                 | FIT LINK_CUT`;

const guardNamed = (name: string): GuardCode =>
  (({ AFTER_LOSS: 'CONTACT_AFTER_LOSS', SETTLED: 'PRODUCTS_SETTLED' })[name] ?? name) as GuardCode;

const GUARDS_OF = new Map(
  GUARD_TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [moves = '', guards = ''] = line.split('|');
      return moves
        .trim()
        .split(' ')
        .map((move): [string, GuardCode[]] => [move, guards.trim().split(' ').map(guardNamed)]);
    }),
);

const at = (number: number): Status => STATUSES[number - 1] ?? COLD;

interface Cell {
  name: string;
  from: Status;
  to: Status;
  sign: string;
  guards: GuardCode[];
}

const CELLS: Cell[] = SPECIFICATION.trim()
  .split('\n')
  .slice(1)
  .flatMap((line, row) =>
    line
      .split('|')
      .slice(2, 10)
      .map((sign, column) => {
        const key = `${row + 1}→${column + 1}`;
        const guards = GUARDS_OF.get(key) ?? [];
        const [from, to] = [at(row + 1), at(column + 1)];
        return { name: `${key} ${from} → ${to}`, from, to, sign: sign.trim(), guards };
      }),
  );
const legal = CELLS.filter(({ sign }) => 'LCM'.includes(sign));

/** An account in the status that satisfies none of the move's guards, as far as data can satisfy them. */
const bare = ({ from, to, guards }: Cell): Life => {
  const wasMet = guards.includes('NOT_MET');
  switch (from) {
    case 'COLD':
      return cold();
    case 'WORKING':
      return wasMet ? met() : working();
    case 'ACTIVE_OPPORTUNITY':
      return active();
    case 'QUARTERLY_CHECK':
      return quarterly();
    case 'DEAD_OPPORTUNITY':
      return dead();
    case 'CURRENT_CLIENT':
      return guards.includes('NONE_OPEN') ? busyClient() : client();
    case 'BAD_FIT':
      return badFit(wasMet ? met() : cold());
    case 'ON_FILE':
      return duplicate(wasMet || to === WORKING ? met() : cold());
    default:
      return from satisfies never;
  }
};

/** An account in the status from which the move can be made, given its data. */
const ready = ({ from, to }: Cell): Life => {
  switch (from) {
    case 'BAD_FIT':
      return reviewed(badFit(to === COLD ? cold() : met()));
    case 'ON_FILE':
      return to === 'QUARTERLY_CHECK' ? onFile(quarterly()) : onFile(to === COLD ? cold() : met());
    default:
      return bare({ name: '', from, to, sign: '', guards: GUARDS_OF.get(`→`) ?? [] });
  }
};

const OWNER_LEFT = { ...MEMBERS, is: { ...theMember('is'), active: false } };
const SUNDAY = '2026-10-04';

describe('the matrix', () => {
  test('is the specification, cell by cell', () => {
    expect(CELLS).toHaveLength(64);
    const told = CELLS.map(({ name, sign }) => `${name} ${sign}`);
    const ours = CELLS.map(({ name, from, to }) => `${name} ${MATRIX[from][to].replace('-', '–')}`);
    expect(ours).toEqual(told);
  });

  test.each(CELLS)('$name has the guards of the specification', ({ from, to, sign, guards }) => {
    expect([...(transitionOf(from, to)?.guards ?? [])].sort()).toEqual([...guards].sort());
    expect(guards.length > 0).toBe('LCM'.includes(sign));
    expect(guards.includes('MANAGER')).toBe(sign === 'M');
  });

  test('has one row a move', () => {
    const rows = TRANSITIONS.flatMap(({ from, to }) => from.map((one) => `${one} ${to}`));
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows).toHaveLength(legal.length);
  });
});

describe('without data', () => {
  test.each(legal)('$name is refused and names every guard: $guards', (cell) => {
    const life = bare(cell);
    expect(life.account.standing.status).toBe(cell.from);
    const refusal = refused(
      life,
      {
        type: 'changeStatus',
        to: cell.to,
        // A date that is not given is computed, and so never missing; this one is no business day.
        data: cell.guards.includes('NEXT_CHECK') ? { nextCheckDate: SUNDAY } : {},
      },
      { by: 'fs', members: cell.guards.includes('OWNER') ? OWNER_LEFT : MEMBERS },
    );
    expect(codes(refusal).sort()).toEqual([...cell.guards].sort());
    expect(refusal.code).toBe(refusal.reasons[0]?.code);
    for (const { message } of refusal.reasons) {
      expect(message.ja).toMatch(/[ぁ-ん]/);
      expect(message.en).toMatch(/^[\x20-\x7e]+$/);
    }
    for (const { label, kind, choices } of refusal.missing) {
      expect(label.ja).not.toBe('');
      expect(label.en).not.toBe('');
      expect(choices.length > 0).toBe(['choice', 'products'].includes(kind));
    }
    expect(refusal.legal).toEqual(legalMoves(life.account, aContext()));
  });
});

describe('with its data', () => {
  test.each(legal.filter(({ sign }) => sign !== 'M'))('$name is made', (cell) => {
    const life = ready(cell);
    const moved = accepted(
      life,
      { type: 'changeStatus', to: cell.to, data: dataFor(cell.guards, life.account, TODAY) },
      { links: HEADQUARTERS },
    );
    expect(toRecord(moved.account)).toMatchObject({
      status: cell.to,
      statusSince: TODAY,
      version: life.account.version + 1,
    });
    expect(moved.history.at(-1)?.events.at(-1)).toMatchObject({ type: 'statusChanged', to: cell.to });
  });

  test.each(legal.filter(({ sign }) => sign === 'M'))(
    '$name waits for a manager who is not the proposer',
    (cell) => {
      const life = ready(cell);
      const data = dataFor(cell.guards, life.account, TODAY);
      const direct = refused(life, { type: 'changeStatus', to: cell.to, data }, { by: 'manager' });
      expect(codes(direct)).toEqual(['MANAGER']);
      const proposed = accepted(life, { type: 'propose', to: cell.to, data }, { by: 'manager2' });
      expect(proposed.account.standing.status).toBe(cell.from);
      const proposalId = proposed.account.proposal?.id ?? '';
      const approve = { type: 'approve', proposalId, note: '承認します' } as const;
      expect(refused(proposed, approve, { by: 'manager2' }).code).toBe('APPROVAL_OWN');
      expect(refused(proposed, approve, { by: 'is' }).code).toBe('ROLE_NOT_ALLOWED');
      const { account } = accepted(proposed, approve, { by: 'manager' });
      expect(toRecord(account)).toMatchObject({ status: cell.to, proposal: null });
    },
  );

  test.each(legal.filter(({ sign }) => sign !== 'M'))(
    '$name needs no approval and is not proposed',
    (cell) => {
      const life = ready(cell);
      const data = dataFor(cell.guards, life.account, TODAY);
      expect(refused(life, { type: 'propose', to: cell.to, data }).code).toBe('APPROVAL_NOT_NEEDED');
    },
  );
});

describe('illegal', () => {
  const everything = (life: Life) =>
    dataFor(['OWNER', 'ACTION', 'OPPORTUNITY', 'NEED', 'REASON'], life.account, TODAY);

  test.each(CELLS.filter(({ sign }) => sign === 'X'))('$name is refused whatever the data', (cell) => {
    const life = ready(cell);
    const data = everything(life);
    for (const type of ['changeStatus', 'propose', 'restore'] as const) {
      const refusal = refused(life, { type, to: cell.to, data }, { by: 'manager' });
      expect(refusal.code).toBe(
        cell.from === COLD
          ? 'MEETING_FIRST'
          : cell.to === COLD
            ? life.account.everMet
              ? 'NOT_MET'
              : 'MOVE_ILLEGAL'
            : 'THROUGH_WORKING',
      );
      expect(refusal.legal).toEqual(legalMoves(life.account, aContext()));
      expect(refusal.legal).not.toContain(cell.to);
    }
  });

  test.each(CELLS.filter(({ sign }) => sign === '–'))('$name is no change: log a contact instead', (cell) => {
    const life = ready(cell);
    expect(refused(life, { type: 'changeStatus', to: cell.to, data: everything(life) }).code).toBe(
      'NO_CHANGE',
    );
  });
});

describe('what is legal now', () => {
  test.each(STATUSES)('%s: the moves of its row that data can make', (status) => {
    const { account } = ready({ name: '', from: status, to: WORKING, sign: '', guards: [] });
    const row = legal
      .filter(({ from, guards }) => from === status && !guards.includes('WAS_QUARTERLY'))
      .filter(({ guards }) => !(guards.includes('NOT_MET') && account.everMet))
      .map(({ to }) => to);
    expect(legalMoves(account, aContext())).toEqual(row);
  });

  test('a duplicate has none before its link is cut', () => {
    const life = duplicate();
    expect(legalMoves(life.account, aContext())).toEqual([]);
    const cut = accepted(life, { type: 'cutLink', reason: '別会社と判明' }, { by: 'manager' });
    expect(legalMoves(cut.account, aContext())).toContain('COLD');
  });

  test.each(legal.filter(({ sign }) => sign !== 'M'))(
    '$name: the form asks what the refusal asks',
    (cell) => {
      const life = bare(cell);
      const offer = offeredTransitions(life.account, aContext()).find(({ to }) => to === cell.to);
      const result = attempt(life, { type: 'changeStatus', to: cell.to });
      if ('reasons' in result && offer !== undefined)
        expect(offer.asks.map(({ key }) => key)).toEqual(
          expect.arrayContaining(result.missing.map(({ key }) => key)),
        );
      expect(offer === undefined).toBe(
        cell.guards.includes('LINK_CUT') || (cell.guards.includes('NOT_MET') && life.account.everMet),
      );
    },
  );
});

test('a bad fit restored through its manager keeps its history', () => {
  const life = approved(reviewed(badFit(met())), WORKING, dataFor(['OWNER', 'ACTION'], met().account, TODAY));
  expect(life.history.map(({ command }) => command)).toEqual([
    'register',
    'logActivity',
    'changeStatus',
    'approve',
    'propose',
    'approve',
  ]);
  expect(toRecord(life.account)).toMatchObject({ status: WORKING, badFit: null, everMet: true });
});
