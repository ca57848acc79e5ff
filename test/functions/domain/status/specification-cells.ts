/** The matrix and its guards as the specification has them, and accounts that stand where each transition begins. */
import type { GuardCode } from '../../../../functions/domain/status/guard-texts';
import { STATUSES, type Status } from '../../../../functions/domain/status/statuses';
import {
  active,
  badFit,
  busyClient,
  client,
  cold,
  dead,
  duplicate,
  type Life,
  met,
  onFile,
  quarterly,
  reviewed,
  working,
} from '../account-lives';

const [COLD, WORKING] = STATUSES;

/** As the specification writes it: L legal, C with conditions, M by a manager's approval, X illegal. */
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
 * SETTLED (6→8), WAS_QUARTERLY (8→4); LINK_CUT and the NONE_OPEN of 6 come from its last paragraph and from rule 7.
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

export interface Cell {
  name: string;
  from: Status;
  to: Status;
  sign: string;
  guards: GuardCode[];
}

export const CELLS: readonly Cell[] = SPECIFICATION.trim()
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
/** Those that the matrix does not mark X. */
export const LEGAL_CELLS = CELLS.filter(({ sign }) => 'LCM'.includes(sign));

/** An account in the status that satisfies none of the move's guards, as far as data can satisfy them. */
export const bareLife = ({ from, to, guards }: Cell): Life => {
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
export const readyLife = ({ from, to }: Cell): Life => {
  switch (from) {
    case 'BAD_FIT':
      return reviewed(badFit(to === COLD ? cold() : met()));
    case 'ON_FILE':
      return to === 'QUARTERLY_CHECK' ? onFile(quarterly()) : onFile(to === COLD ? cold() : met());
    default:
      return bareLife({ name: '', from, to, sign: '', guards: [] });
  }
};
