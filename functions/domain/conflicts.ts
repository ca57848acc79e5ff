/**
 * Rule 6: a command made on an older version is still accepted where nothing that it reads or writes has changed since.
 * What a command reads is told here as paths of changes (`field` or `field.id`).
 */
import type { AwaitedInput, Command } from './commands';
import type { HistoryEntry } from './history';

/** What the guards read. A contact that was logged meanwhile is no conflict; a first meeting is (everMet). */
const RULES = [
  'status',
  'ownerId',
  'everMet',
  'bant',
  'latentNeed',
  'opportunities',
  'products',
  'lost',
  'badFit',
  'onFile',
  'proposal',
];

/** Whom we keep in touch with, and what is waited for, where the command says so itself. */
const awaitedReads = ({ contact, contactId, awaitedCondition }: AwaitedInput): string[] => [
  ...(contact === undefined && contactId === undefined ? [] : ['awaitedContactId']),
  ...(contact?.id === undefined ? [] : [`contacts.${contact.id}`]),
  ...(awaitedCondition === undefined ? [] : ['status', 'awaitedCondition']),
];

const reads = (command: Command): readonly string[] => {
  switch (command.type) {
    case 'register':
    case 'import':
    case 'logActivity':
    case 'receive':
    case 'absorb':
    case 'release':
    case 'undo':
      return [];
    case 'putOnFile':
    case 'merge':
    case 'approve':
    case 'reject':
      return RULES;
    case 'changeStatus':
    case 'fillIn':
    case 'propose':
    case 'restore':
      return [...RULES, ...awaitedReads(command.data ?? {})];
    case 'recordCheck':
      return [...RULES, 'nextCheck', 'unanswered', ...awaitedReads(command.data ?? {})];
    case 'setNextCheck':
      return ['status', 'nextCheck'];
    case 'setAwaited':
      return awaitedReads(command);
    case 'addOpportunity':
      return ['status', 'proposal'];
    case 'closeOpportunity':
      return command.decision === undefined ? ['status', 'proposal', 'opportunities'] : RULES;
    case 'saveContact':
      return command.contact.id === undefined ? [] : [`contacts.${command.contact.id}`];
    case 'saveProduct':
      if (command.decision !== undefined) return RULES;
      return command.product.id === undefined
        ? ['status']
        : ['status', 'proposal', `products.${command.product.id}`];
    case 'setBant':
      return [
        ...Object.keys(command.bant).map((key) => `bant.${key}`),
        ...(command.latentNeed === undefined ? [] : ['latentNeed']),
      ];
    case 'editDetails':
      return Object.keys(command.details);
    case 'correctMeeting':
      return [`activities.${command.activityId}`];
    case 'cutLink':
    case 'unmerge':
      return ['onFile'];
    case 'markNotDuplicate':
      return [`notDuplicateOf.${command.otherId}`, 'onFile'];
    case 'handOver':
      return ['ownerId', 'handOver'];
    case 'acknowledgeHandOver':
      return ['handOver'];
    default:
      return command satisfies never;
  }
};

/** The entries, among those made since the caller's version, that changed what the command reads. */
export const conflicts = (command: Command, since: readonly HistoryEntry[]): HistoryEntry[] => {
  const wanted = reads(command);
  return since.filter((entry) =>
    entry.events.some(({ changes }) =>
      changes.some(({ path }) => wanted.some((read) => path === read || path.startsWith(`${read}.`))),
    ),
  );
};
