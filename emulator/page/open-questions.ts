/** The script's alerts and prompts that are not answered yet; an execution waits for each. */
import type { Button } from '../apps-script/protocol';
import type { UiQuestion } from '../apps-script/screen-state';
import type { EventStream } from './event-stream';
import type { PageEvent } from './protocol';

export interface PromptAnswer {
  button: Button;
  text: string;
}

interface OpenQuestion {
  event: PageEvent;
  answer(answer: PromptAnswer): void;
}

export class OpenQuestions {
  private readonly openById = new Map<number, OpenQuestion>();
  private lastId = 0;

  constructor(private readonly stream: EventStream) {}

  /** The signal is aborted when the script stops waiting. */
  ask(
    kind: 'alert' | 'prompt',
    { title, prompt, buttons }: UiQuestion,
    signal: AbortSignal,
  ): Promise<PromptAnswer> {
    this.lastId += 1;
    const id = this.lastId;
    const event: PageEvent = { kind: 'question', id, ask: kind, title: title ?? '', prompt, buttons };
    return new Promise((resolve) => {
      const settle = (answer: PromptAnswer): void => {
        this.openById.delete(id);
        resolve(answer);
      };
      this.openById.set(id, { event, answer: settle });
      signal.addEventListener('abort', () => this.withdraw(id), { once: true });
      // A page that connects later is sent all open questions.
      if (this.stream.isConnected) this.stream.send(event);
    });
  }

  /** False when the script does not wait for that answer. */
  answer(id: number, answer: PromptAnswer): boolean {
    const question = this.openById.get(id);
    question?.answer(answer);
    return question !== undefined;
  }

  sendAll(): void {
    for (const { event } of this.openById.values()) this.stream.send(event);
  }

  /** As if the person had closed them all. */
  closeAll(): void {
    for (const { answer } of [...this.openById.values()]) answer({ button: 'CLOSE', text: '' });
  }

  private withdraw(id: number): void {
    if (this.openById.delete(id)) this.stream.send({ kind: 'questionOver', id });
  }
}
