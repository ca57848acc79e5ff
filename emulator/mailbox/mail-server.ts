/** An SMTP server on this machine that takes every mail and sends none on. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface RunningMailServer {
  port: number;
  stop(): Promise<void>;
}

const MAX_MAIL_BYTES = 1024 * 1024;

/** On any free port of 127.0.0.1. */
export const startMailServer = async (keep: (source: string) => void): Promise<RunningMailServer> => {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    size: MAX_MAIL_BYTES,
    closeTimeout: 10,
    onData: (stream, _, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        keep(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  // Of a single connection: whoever made it is told.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.listen(0, '127.0.0.1', resolve).once('error', reject);
  });
  const { port } = server.server.address() as AddressInfo;
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
};
