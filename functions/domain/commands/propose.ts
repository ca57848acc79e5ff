import type { ProposalInput } from '../account/command-inputs';
import { proposeTransition } from '../account/proposals';
import { defineCommand } from './command';
import { awaitedPaths, RULE_FIELDS } from './command-reads';

export const propose = defineCommand<'propose', ProposalInput>({
  type: 'propose',
  givenBy: 'knownRep',
  reads: ({ data = {} }) => [...RULE_FIELDS, ...awaitedPaths(data)],
  decide: (draft, { to, data = {}, note = null }, context) =>
    proposeTransition(draft, to, data, note, context),
});
