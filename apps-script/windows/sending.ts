/** Sends wishes; one that is sent again, after a time-out or a double click, keeps its request ID. */
import { MATRIX } from '../../functions/domain/matrix';
import type { Status } from '../../functions/domain/statuses';
import type { Fate, Told } from '../told';
import type { Sent } from './form';
import { type FormField, formField } from './form-data';
import type { Here } from './here';
import { refusalView } from './refusal-view';
import { apartFields } from './register-command';
import { type Given, requestIds } from './request-ids';
import { ask } from './script';

/** What one call carries at most. */
const MOST = 200;

export interface Sender {
  /** Fates in the order of the wishes. An accepted wish is forgotten: the same words again are a new one. */
  give(wishes: readonly Given[]): Promise<Told<readonly Fate[]>>;
  /**
   * False for what logged a meeting (only a manager's correction takes one back: rule 1), for a merge, which is taken apart
   * instead, and for what changed nothing: its version is an earlier change's.
   */
  mayUndo(fate: Fate): boolean;
}

const logsMeeting = (command: Given['command']): boolean => {
  const { meeting, action } = ('data' in command ? command.data : undefined) ?? {};
  const activity = 'activity' in command ? command.activity : action;
  return meeting !== undefined || activity?.kind === 'meeting';
};

export const makeSender = (channel: Here['channel']): Sender => {
  const ids = requestIds(() => crypto.randomUUID());
  const stays = new WeakSet<Fate>();
  return {
    mayUndo: (fate) => !stays.has(fate),
    give: async (wishes) => {
      const fates: Fate[] = [];
      for (let from = 0; from < wishes.length; from += MOST) {
        const answer = await ask('give', wishes.slice(from, from + MOST).map(ids.named), channel);
        // What came before it and was accepted answers the same again under its ID.
        if ('trouble' in answer) return answer;
        fates.push(...answer.told);
      }
      for (const [at, fate] of fates.entries()) {
        const wish = wishes[at];
        if (fate.refusal !== null || wish === undefined) continue;
        ids.forget(wish);
        const changed = fate.row !== null && fate.row.version > wish.version;
        const links = wish.command.type === 'merge' || wish.command.type === 'unmerge';
        if (!changed || links || logsMeeting(wish.command)) stays.add(fate);
      }
      return { told: fates };
    },
  };
};

/** One wish of a form, and what the form is told of it. */
export const giveOne = async (
  here: Here,
  sender: Sender,
  wish: Given,
  { done, reload }: { done: (fate: Fate) => void; reload: (() => void) | null },
): Promise<Sent> => {
  const answer = await sender.give([wish]);
  if ('trouble' in answer) return answer;
  const [fate] = answer.told;
  if (fate === undefined) throw new Error('a wish without a fate');
  const { refusal } = fate;
  if (refusal === null) return { done: () => done(fate) };
  return {
    refused: refusalView(here, refusal, { reload }),
    missing: [
      ...(refusal.missing ?? []).map(formField).map((field) => decidable(field, fate)),
      ...apartFields(refusal),
    ],
  };
};

/** What a rep may decide alone, from where the account stands. */
const decidable = (field: FormField, { row, refusal }: Fate): FormField =>
  field.key !== 'decision.to' || row === null
    ? field
    : {
        ...field,
        kind: 'radio',
        choices: field.choices.filter(({ value }) => {
          const to = value as Status;
          return (refusal?.legal ?? []).includes(to) && MATRIX[row.status][to] !== 'M';
        }),
      };
