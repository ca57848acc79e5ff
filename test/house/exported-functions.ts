/** The modules that export a function, and so have a rule that a test can hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Declaration, type Expression, parseSync } from '@swc/core';

const isFunction = (value: Expression | undefined): boolean =>
  value?.type === 'ArrowFunctionExpression' || value?.type === 'FunctionExpression';

const declaresFunction = (declaration: Declaration): boolean =>
  declaration.type === 'FunctionDeclaration' ||
  (declaration.type === 'VariableDeclaration' &&
    declaration.declarations.some(({ init }) => isFunction(init)));

/** Whether the module declares and exports a function; one that a call makes is none here. */
export const exportsFunction = (source: string): boolean =>
  parseSync(source, { syntax: 'typescript' }).body.some(
    (item) => item.type === 'ExportDeclaration' && declaresFunction(item.declaration),
  );

/** Paths of the TypeScript modules in a folder that export a function. */
export const modulesWithFunctions = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path))
    .filter((path) => exportsFunction(readFileSync(path, 'utf8')))
    .sort();
