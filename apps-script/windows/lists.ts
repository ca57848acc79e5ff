/** The page of lists: what is imported, and leads that are matched. Its windows decide themselves what Escape does. */
import type { ListsInput } from '../script-api';
import { LIST_PROGRAMS } from './dialogs/list-programs';
import { runProgram } from './kit/run-program';
import { readWindowInput } from './kit/script-client';

const { root, input } = readWindowInput<ListsInput>();
document.documentElement.lang = input.language;
const viewer = {
  language: input.language,
  channel: 'menu' as const,
  today: input.today,
  members: {},
  you: null,
};
runProgram(LIST_PROGRAMS[input.view](viewer), root, 'menu');
