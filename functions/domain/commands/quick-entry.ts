import type { DecisionContext } from '../account/decision-context';
import type { Draft } from '../account/draft';
import { refuse } from '../account/refusals';
import type { QuickEntryForm, QuickEntryProblem } from '../quick-entry/quick-entry';
import { type MeantCommand, quickEntryCommand } from '../quick-entry/quick-entry-command';
import { quickEntryForm, readQuickEntry } from '../quick-entry/read-quick-entry';
import { acknowledgeHandOver } from './acknowledge-hand-over';
import { changeStatus } from './change-status';
import { type CommandDefinition, defineCommand } from './command';
import { RULE_FIELDS } from './command-reads';
import { handOver } from './hand-over';
import { keepPromises } from './keep-promises';
import { logActivity } from './log-activity';
import { propose } from './propose';
import { recordCheck } from './record-check';
import { refuseUnlessGiven } from './refuse-unless-given';
import type { RuleRefusal } from './rule-refusal';
import { setNextCheck } from './set-next-check';

/**
 * One line, as on a phone: read here and not where it is typed, so that it is decided on the account as it stands, and so that
 * the same line sent again is the same request. It is given by whoever may give the command that it means.
 */
export const quickEntry = defineCommand<'quickEntry', { text: string }>({
  type: 'quickEntry',
  givenBy: 'rep',
  cell: true,
  reads: ({ text }) => {
    const form = quickEntryForm(text);
    return form === null ? [] : READS[form];
  },
  decide: (draft, { text }, context) => {
    if (text.trim() === '') return draft;
    const { today, settings } = context;
    const entry = readQuickEntry(text, { today, fiscalYearStartMonth: settings.fiscalYearStartMonth });
    const meant = 'problem' in entry ? entry : quickEntryCommand(entry, draft.account, context);
    return 'problem' in meant ? refuseUnread(meant) : decideMeant(meant, draft, context);
  },
});

const READS: Readonly<Record<QuickEntryForm, readonly string[]>> = {
  contact: logActivity.reads({ activity: { kind: 'call', date: '' } }),
  check: recordCheck.reads({ result: 'noAnswer', activity: { kind: 'call', date: '' } }),
  nextCheck: setNextCheck.reads({ date: '' }),
  handOver: handOver.reads({ toId: '', note: '' }),
  accept: acknowledgeHandOver.reads({ accept: true }),
  promisesKept: keepPromises.reads({}),
  move: [...RULE_FIELDS, 'nextCheck', 'awaitedContactId', 'awaitedCondition'],
};

const refuseUnread = (read: QuickEntryProblem): RuleRefusal => {
  switch (read.problem) {
    case 'QUICK_ENTRY_FORM':
    case 'QUICK_ENTRY_STATUS':
      return refuse(read.problem);
    case 'QUICK_ENTRY_ALONE':
    case 'QUICK_ENTRY_ANSWER':
    case 'QUICK_ENTRY_MEMBER':
    case 'QUICK_ENTRY_RESULT':
    case 'QUICK_ENTRY_PERSON':
    case 'QUICK_ENTRY_NOT_HELD':
      return refuse(read.problem, { facts: { understood: read.understood } });
    case 'QUICK_ENTRY_DATE':
      return refuse(read.problem, { facts: { ...read.date, understood: read.understood } });
    default:
      return read satisfies never;
  }
};

const decideMeant = (command: MeantCommand, draft: Draft, context: DecisionContext): Draft | RuleRefusal => {
  switch (command.type) {
    case 'logActivity':
      return decideAs(logActivity, command, draft, context);
    case 'recordCheck':
      return decideAs(recordCheck, command, draft, context);
    case 'setNextCheck':
      return decideAs(setNextCheck, command, draft, context);
    case 'changeStatus':
      return decideAs(changeStatus, command, draft, context);
    case 'propose':
      return decideAs(propose, command, draft, context);
    case 'handOver':
      return decideAs(handOver, command, draft, context);
    case 'acknowledgeHandOver':
      return decideAs(acknowledgeHandOver, command, draft, context);
    case 'keepPromises':
      return decideAs(keepPromises, command, draft, context);
    default:
      return command satisfies never;
  }
};

const decideAs = <Input, Counter>(
  definition: CommandDefinition<string, Input, Counter>,
  input: Input,
  draft: Draft,
  context: DecisionContext,
): Draft | RuleRefusal =>
  refuseUnlessGiven(definition, draft.account, context) ?? definition.decide(draft, input, context);
