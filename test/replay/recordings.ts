/** Reads recordings of Google's APIs: JSON files in the format of the recorder vcrpy, one for each recorded test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a person gave to the replayer and can put right. */
export class RecordingError extends Error {}

export interface RecordedCall {
  method: string;
  url: URL;
  /** Empty where the request has none. */
  body: string;
  status: number;
  /** The answer's text; empty where it has none. */
  answer: string;
}

export interface CallRecording {
  file: string;
  calls: readonly RecordedCall[];
}

const cassetteSchema = z.object({
  interactions: z.array(
    z.object({
      request: z.object({ method: z.string(), uri: z.url(), body: z.unknown() }),
      response: z.object({
        status: z.object({ code: z.int() }),
        body: z.object({ string: z.unknown() }).nullish(),
      }),
    }),
  ),
});

const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RecordingError(`${file} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
};

/** A body that is no text, such as bytes, is not replayed. */
const textOf = (body: unknown): string => (typeof body === 'string' ? body : '');

const isDiscoveryDocument = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'kind' in json && json.kind === 'discovery#restDescription';

/** None where the file describes an API, as one may that lies beside its recordings. */
const readRecording = (folder: string, file: string): CallRecording[] => {
  const json = parseJson(readFileSync(join(folder, file), 'utf8'), file);
  if (isDiscoveryDocument(json)) return [];
  const parsed = cassetteSchema.safeParse(json);
  if (!parsed.success) throw new RecordingError(`${file} is no recording.\n${z.prettifyError(parsed.error)}`);
  const calls = parsed.data.interactions.map(({ request, response }) => ({
    method: request.method,
    url: new URL(request.uri),
    body: textOf(request.body),
    status: response.status.code,
    answer: textOf(response.body?.string),
  }));
  return [{ file, calls }];
};

const filesIn = (folder: string): string[] => {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => name.endsWith('.json'));
  } catch (error) {
    throw new RecordingError(`${folder} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
};

/** All recordings of the folder and of folders in it, by their names. Throws a RecordingError for a folder without any, and for a file that is none. */
export const readRecordings = (folder: string): CallRecording[] => {
  const recordings = filesIn(folder)
    .sort()
    .flatMap((file) => readRecording(folder, file));
  if (recordings.length === 0) throw new RecordingError(`${folder} has no recordings: no .json file is one.`);
  return recordings;
};
