/** Delays changes of Univer's copy while the person types into a cell: Univer would start the cell anew and lose the text. */
import {
  DeviceInputEventType,
  IEditorBridgeService,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';
import { collectEdits, type SheetEdit } from './edits';
import type { GridContext } from './grid-context';

export class HeldWrites {
  private readonly held: (() => void)[] = [];
  private readonly reportEdits: () => void;

  constructor(
    private readonly context: GridContext,
    report: (edit: SheetEdit) => void,
  ) {
    this.reportEdits = collectEdits(context, (edit) => {
      this.writeHeld();
      report(edit);
    });
    context.commands.onCommandExecuted(({ id }) => {
      // By then Univer has written the typed text.
      if (id === SetCellEditVisibleOperation.id && this.held.length > 0 && !this.isTyping())
        setTimeout(() => this.catchUp());
    });
    context.container.addEventListener('focusout', () => setTimeout(() => this.endTypingElsewhere()));
  }

  /** Makes the change at once, or when the person has finished typing. */
  write(change: () => void): void {
    if (this.isTyping()) {
      this.held.push(change);
      return;
    }
    this.catchUp();
    change();
  }

  /** Reports what the person has entered so far, then makes the delayed changes. */
  catchUp(): void {
    this.reportEdits();
    this.writeHeld();
  }

  private writeHeld(): void {
    for (const change of this.held.splice(0)) change();
  }

  /** As in Google's page, what was typed is entered when a menu, a dialog or the sidebar takes the focus. */
  private endTypingElsewhere(): void {
    const { activeElement, body } = document;
    const { container, commands, unitId } = this.context;
    if (activeElement === body || container.contains(activeElement) || !this.isTyping()) return;
    const params = { visible: false, eventType: DeviceInputEventType.PointerDown, unitId };
    commands.syncExecuteCommand(SetCellEditVisibleOperation.id, params);
  }

  private isTyping(): boolean {
    const { univer, unitId } = this.context;
    return unitId !== '' && univer.__getInjector().get(IEditorBridgeService).isVisible().visible;
  }
}
