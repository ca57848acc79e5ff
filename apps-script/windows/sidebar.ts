/** The page of the sidebar. */
import type { SidebarInput } from '../script-api';
import { runProgram } from './kit/run-program';
import { readWindowInput } from './kit/script-client';
import { sidebarProgram } from './sidebar/program';

const { root, input } = readWindowInput<SidebarInput>();
document.documentElement.lang = input.language;
runProgram(sidebarProgram(input), root, 'sidebar');
