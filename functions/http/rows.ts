/** rows (POST): what a person decides about rows of a list, and what its words mean. */
import { wordKey } from '../app/list-choices';
import type { WordDecision } from '../contract/list-words';
import { type RowDecision, rowsFunction } from '../contract/rows';
import { mayWrite } from '../domain/account/team';
import { type RowChoice, saveListDecisions, type WordChoice } from '../store/row-choices';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';

export const rowsRoute = (service: Service) =>
  endpoint(
    rowsFunction,
    {
      POST: async ({ body: { list, rows, words }, caller }) => {
        if (!mayWrite(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
        const kept = await saveListDecisions(service.db, list, {
          rows: new Map(rows.map((decision) => [decision.row, rowChoiceOf(decision)])),
          words: new Map(
            words.map((decision) => [wordKey(decision.kind, decision.word), wordChoiceOf(decision)]),
          ),
        });
        return { list, decided: kept.rows.size, decidedWords: kept.words.size };
      },
    },
    service.endpointDeps,
  );

const rowChoiceOf = (decision: RowDecision): RowChoice | null => {
  if (decision.is === 'account') return { accountId: decision.accountId };
  return decision.is === 'undecided' ? null : decision.is;
};

const wordChoiceOf = (decision: WordDecision): WordChoice | null => {
  switch (decision.is) {
    case 'status':
      return { status: decision.status };
    case 'member':
      return { memberId: decision.memberId };
    case 'empty':
      return 'empty';
    case 'undecided':
      return null;
    default:
      return decision satisfies never;
  }
};
