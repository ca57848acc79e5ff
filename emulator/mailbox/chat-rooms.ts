/** A room of Slack, of Google Chat and of Chatwork on this machine: each takes what its program's documents ask for, and sends nothing on. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChatMessage {
  program: 'Slack' | 'Google Chat' | 'Chatwork';
  text: string;
}

export interface RunningChatRooms {
  /** Where the rooms are, as a deployment is told. */
  settings: {
    slackWebhook: string;
    googleChatWebhook: string;
    chatworkRoot: string;
    chatworkRoom: string;
    chatworkToken: string;
  };
  stop(): Promise<void>;
}

interface Post {
  headers: IncomingHttpHeaders;
  body: string;
}

const CHATWORK_ROOM = '1';
const CHATWORK_TOKEN = 'local';
const MAX_BYTES = 1024 * 1024;

const jsonText = ({ headers, body }: Post): unknown => {
  if (!headers['content-type']?.startsWith('application/json')) return null;
  try {
    return (JSON.parse(body) as { text?: unknown } | null)?.text;
  } catch {
    return null;
  }
};

const chatworkText = ({ headers, body }: Post): string | null =>
  headers['x-chatworktoken'] === CHATWORK_TOKEN ? new URLSearchParams(body).get('body') : null;

const ROOMS: Readonly<Record<string, [ChatMessage['program'], (post: Post) => unknown]>> = {
  '/slack': ['Slack', jsonText],
  '/google-chat': ['Google Chat', jsonText],
  [`/chatwork/rooms/${CHATWORK_ROOM}/messages`]: ['Chatwork', chatworkText],
};

/** Null where the program would refuse it. */
const messageOf = (path: string, post: Post): ChatMessage | null => {
  const [program, textOf] = ROOMS[path] ?? [];
  const text = textOf?.(post);
  return program === undefined || typeof text !== 'string' || text === '' ? null : { program, text };
};

/** On any free port of 127.0.0.1. */
export const startChatRooms = async (keep: (message: ChatMessage) => void): Promise<RunningChatRooms> => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) request.destroy();
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const post = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      const message = request.method === 'POST' ? messageOf(request.url ?? '', post) : null;
      if (message !== null) keep(message);
      response.writeHead(message === null ? 400 : 200).end();
    });
    // Whoever broke off is told by their own end.
    request.on('error', () => {});
  });
  await new Promise<void>((resolve, reject) => {
    server.listen(0, '127.0.0.1', resolve).once('error', reject);
  });
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    settings: {
      ...{ slackWebhook: `${root}/slack`, googleChatWebhook: `${root}/google-chat` },
      ...{ chatworkRoot: `${root}/chatwork`, chatworkRoom: CHATWORK_ROOM, chatworkToken: CHATWORK_TOKEN },
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
