/** Starts a page: reads its input, and opens the matching window. */
import type { Language } from '../../script-api';
import type { Viewer } from '../messages/viewer';
import { listenToEscape } from './escape';
import { type AnyProgram, runProgram } from './run-program';
import { closeWindow } from './script-client';

/** Escape closes the window, unless its program handles the page's events itself. */
export const runPage = <Input extends { language: Language }>(
  channel: Viewer['channel'],
  programFor: (input: Input) => AnyProgram,
): void => {
  const root = document.getElementById('root') ?? document.body;
  // The page's template holds the input as JSON.
  const input: Input = JSON.parse(root.dataset.input ?? '');
  document.documentElement.lang = input.language;
  const program = programFor(input);
  if (program.listen === undefined) listenToEscape(closeWindow);
  runProgram(program, root, channel);
};
