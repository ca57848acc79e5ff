/** The events of one browser window: sent at once, or kept for a while when its connection is lost. */
import type { ServerResponse } from 'node:http';
import type { PageEvent } from './protocol';

/** The most events that are kept for a window whose connection is lost. */
const MAX_MISSED_EVENTS = 500;

export class EventStream {
  private connection: ServerResponse | null = null;
  private missed: PageEvent[] = [];

  /** Called with true when the connection is lost, with false when it is there (again). */
  constructor(private readonly onConnection: (isLost: boolean) => void) {}

  get isConnected(): boolean {
    return this.connection !== null;
  }

  send(event: PageEvent): void {
    if (this.connection) write(this.connection, event);
    // A page that connects again loads the whole sheet.
    else if (event.kind !== 'sheet' && this.missed.length < MAX_MISSED_EVENTS) this.missed.push(event);
  }

  /** From now on the page receives its events through this response: first the welcome, which has the menus, then what it missed. */
  connect(response: ServerResponse, welcome: PageEvent): void {
    this.connection?.end();
    this.connection = response;
    this.onConnection(false);
    response.on('close', () => {
      if (this.connection !== response) return;
      this.connection = null;
      this.onConnection(true);
    });
    write(response, welcome);
    for (const event of this.missed.splice(0)) if (event.kind !== 'menus') write(response, event);
  }

  end(): void {
    this.connection?.end();
    this.connection = null;
    this.missed = [];
  }
}

const write = (response: ServerResponse, event: PageEvent): void =>
  void response.write(`data: ${JSON.stringify(event)}\n\n`);
