/**
 * Brings about what steps need, and nothing that is there already: a run may be ended at any moment, and run again.
 * Not verified against Google: in which words each program says that there is no such thing, or that it does not know it yet, beyond those of
 * its documentation.
 */

import { DeployError } from './deploy-error';
import type { DeployStep } from './deploy-step';
import type { Facts } from './deployment';
import { commandLine, type Ended, type RunTool, type ToolCall } from './tools';

export interface StepRun {
  readonly runTool: RunTool;
  readonly print: (line: string) => void;
  /** The facts known so far, and how they are stored. */
  readonly facts: () => Facts;
  readonly keep: (facts: Facts) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** How each program reports that something does not exist; every other failure is an error. */
const NOTHING_THERE =
  /NOT_FOUND|not found|does not exist|Cannot find|could not be found|Unknown service account/i;

/** What Google says of something that was made a moment ago and is not known everywhere: for a minute or so it comes and goes. */
const NOT_KNOWN_YET =
  /service account \S+ does not exist|API[^\n]* recently|SERVICE_DISABLED|does not have (?:storage|artifactregistry|logging)\.\S+ access/i;
/** In milliseconds, before each further try. */
const PAUSES = [5_000, 10_000, 20_000, 30_000, 60_000];

export async function runSteps(steps: readonly DeployStep[], run: StepRun): Promise<void> {
  for (const step of steps) {
    const calls = await callsLeft(step, patient(run));
    if (calls.length === 0) {
      run.print(`  ✓ ${step.about}`);
      continue;
    }
    run.print(`  … ${step.about}`);
    for (const call of calls) await callOrThrow(step, call, patient(run));
    if (step.brings !== undefined) keepBrought(step.name, step.brings, run);
    // Facts that Google has named by then.
    if (step.learn !== undefined) await callsLeft(step, run);
    run.print(`  ✓ ${step.about}: done`);
  }
}

/** Tries again what fails because Google does not know everywhere yet what was made before. */
const patient = (run: StepRun): StepRun => ({
  ...run,
  runTool: async (call) => {
    for (let tries = 0; ; tries += 1) {
      const ended = await run.runTool(call);
      const pause = PAUSES[tries];
      if (ended.code === 0 || pause === undefined || !NOT_KNOWN_YET.test(ended.errors)) return ended;
      run.print(`      Google does not know everywhere yet what was made: once more in ${pause / 1000} s`);
      await run.wait(pause);
    }
  },
});

/** The steps that would call something; nothing is changed. */
export async function stepsLeft(steps: readonly DeployStep[], run: StepRun): Promise<readonly DeployStep[]> {
  const left: DeployStep[] = [];
  for (const step of steps) {
    const isDone = (await callsLeft(step, run).catch(nothingByHand)).length === 0;
    run.print(`  ${isDone ? '✓' : '✗'} ${step.about}`);
    if (!isDone) left.push(step);
  }
  return left;
}

async function callsLeft(step: DeployStep, run: StepRun): Promise<readonly ToolCall[]> {
  const { name, probe, calls, brings, learn, byHand } = step;
  if (probe === undefined) {
    const isBrought = brings !== undefined && run.facts().brought[name] === brings;
    return isBrought ? [] : calls(null);
  }
  const found = outputOf(step, probe, await run.runTool(probe));
  if (found === null && byHand !== undefined) throw new DeployError(`${name}: ${byHand}`);
  if (found !== null && learn !== undefined) run.keep({ ...run.facts(), ...learn(found) });
  return calls(found);
}

/** Null where nothing exists. */
function outputOf(step: DeployStep, probe: ToolCall, ended: Ended): string | null {
  if (ended.code === 0) return ended.output;
  if (ended.code !== 127 && NOTHING_THERE.test(ended.errors)) return null;
  throw failure(step, probe, ended);
}

async function callOrThrow(step: DeployStep, call: ToolCall, { runTool, print }: StepRun): Promise<void> {
  print(`      ${commandLine(call)}`);
  const ended = await runTool(call);
  if (ended.code !== 0) throw failure(step, call, ended);
}

function keepBrought(name: string, brings: string, { facts, keep }: StepRun): void {
  const known = facts();
  keep({ ...known, brought: { ...known.brought, [name]: brings } });
}

const LAST_LINES = 12;

const failure = (
  { name, about }: DeployStep,
  call: ToolCall,
  { code, output, errors }: Ended,
): DeployError => {
  if (code === 127) return new DeployError(`${name}: ${call.tool} is not installed: ${errors}`);
  const said = `${output}\n${errors}`.split('\n').filter((line) => line.trim() !== '');
  return new DeployError(
    [
      `${name} (${about}) ended with ${code}:`,
      `  ${commandLine(call)}`,
      ...said.slice(-LAST_LINES).map((line) => `    ${line}`),
      'What is done is kept: mend this, and run the same command again.',
    ].join('\n'),
  );
};

const nothingByHand = (error: unknown): readonly unknown[] => {
  if (error instanceof DeployError) return [error];
  throw error;
};
