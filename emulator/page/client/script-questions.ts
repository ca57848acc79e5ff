/** `Ui.alert` and `Ui.prompt`, for whose answers the script waits. */
import type { Button, ButtonSet } from '../../apps-script/protocol';
import type { PageConnection } from './connection';
import { element } from './element';
import type { MessageKey, Translate } from './messages';
import { askQuestion, type ModalChoice, type PendingAnswer } from './modal';
import type { QuestionEvent } from './page-events';

const BUTTONS_OF_SET: Readonly<Record<ButtonSet, readonly Button[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};
const BUTTON_LABELS: Readonly<Record<Button, MessageKey>> = {
  OK: 'ok',
  CANCEL: 'cancel',
  YES: 'yes',
  NO: 'no',
  CLOSE: 'close',
};

export interface ScriptQuestions {
  open(question: QuestionEvent): void;
  withdraw(id: number): void;
  withdrawAll(): void;
}

export function makeScriptQuestions(t: Translate, connection: () => PageConnection): ScriptQuestions {
  const open = new Map<number, PendingAnswer<Button>>();
  return {
    open({ id, ask: kind, title, prompt, buttons }) {
      if (open.has(id)) return;
      const field = element('input', { type: 'text', 'aria-label': title || prompt });
      const pending = askQuestion<Button>({
        title,
        text: prompt,
        choices: BUTTONS_OF_SET[buttons].map(
          (button): ModalChoice<Button> => ({ label: t(BUTTON_LABELS[button]), value: button }),
        ),
        closed: 'CLOSE',
        more: kind === 'prompt' ? [field] : [],
      });
      open.set(id, pending);
      void pending.answer.then((button) => {
        open.delete(id);
        return connection().ask('answer', { id, button, text: field.value });
      });
    },
    withdraw(id) {
      open.get(id)?.withdraw();
      open.delete(id);
    },
    withdrawAll() {
      for (const pending of open.values()) pending.withdraw();
      open.clear();
    },
  };
}
