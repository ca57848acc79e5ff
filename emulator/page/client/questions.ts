/** `Ui.alert` and `Ui.prompt`: the script waits until the person has answered. */
import type { Button, ButtonSet } from '../../apps-script/protocol';
import type { Told } from '../protocol';
import type { Connection } from './connection';
import { element } from './element';
import { type Asked, ask, type Choice } from './modal';
import type { Say, Word } from './words';

type Question = Extract<Told, { kind: 'question' }>;

const BUTTONS: Readonly<Record<ButtonSet, readonly Button[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};
const LABELS: Readonly<Record<Button, Word>> = {
  OK: 'ok',
  CANCEL: 'cancel',
  YES: 'yes',
  NO: 'no',
  CLOSE: 'close',
};

export interface Questions {
  open(question: Question): void;
  withdraw(id: number): void;
  withdrawAll(): void;
}

export function makeQuestions(say: Say, connection: () => Connection): Questions {
  const open = new Map<number, Asked<Button>>();
  return {
    open({ id, ask: kind, title, prompt, buttons }) {
      if (open.has(id)) return;
      const field = element('input', { type: 'text', 'aria-label': title || prompt });
      const asked = ask<Button>({
        title,
        text: prompt,
        choices: BUTTONS[buttons].map(
          (button): Choice<Button> => ({ label: say(LABELS[button]), value: button }),
        ),
        closed: 'CLOSE',
        more: kind === 'prompt' ? [field] : [],
      });
      open.set(id, asked);
      void asked.answer.then((button) => {
        open.delete(id);
        return connection().ask('answer', { id, button, text: field.value });
      });
    },
    withdraw(id) {
      open.get(id)?.withdraw();
      open.delete(id);
    },
    withdrawAll() {
      for (const asked of open.values()) asked.withdraw();
      open.clear();
    },
  };
}
