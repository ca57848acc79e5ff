/** What the contract says of one method of a function, and the types that follow from it. */
import type * as z from 'zod';
import type { ProblemCode } from './problem';

export type Method = 'GET' | 'POST';

export interface Operation {
  summary: string;
  /** Absent: the function takes no query. */
  query?: z.ZodType;
  /** A JSON body, as the function parses it. */
  body?: z.ZodType;
  /** The body as it is published, where the function parses parts of it one by one. */
  publishedBody?: z.ZodType;
  /** True where the body is a file, which may be empty. */
  file?: boolean;
  /** True for a job: Cloud Scheduler sends a body of no type, or none at all, which then stands for `{}`. */
  scheduled?: boolean;
  /** Of the body. */
  maxBytes?: number;
  answer: z.ZodType;
  /** True where a caller may have the answer as a CSV file instead, by `format=csv` or by what it accepts. */
  csv?: boolean;
  /** Absent: an answer always comes with 200. */
  statuses?: { all: readonly number[]; of: (answer: never) => number };
  /** Beside those that every function has; see operation-errors.ts. */
  errors: readonly ProblemCode[];
  example: { query?: object; body?: object };
}

/** The methods of one function. */
export type Operations = Partial<Record<Method, Operation>>;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Field<Row, Key extends string> = Row extends Record<Key, infer Value> ? Value : undefined;

/** As the handler gets it. */
export type QueryOf<Row> = Parsed<Field<Row, 'query'>>;
export type BodyOf<Row> = Parsed<Field<Row, 'body'>>;
export type AnswerOf<Row> = Parsed<Field<Row, 'answer'>>;
