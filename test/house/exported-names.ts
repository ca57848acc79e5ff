/** The names that the sources export: which files declare each, and how often it is used. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Declaration, type ModuleItem, type Pattern, parseSync } from '@swc/core';
import { codeWords } from './code-words';

const namesIn = (pattern: Pattern): string[] => {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.value];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        property.type === 'AssignmentPatternProperty'
          ? [property.key.value]
          : namesIn(property.type === 'KeyValuePatternProperty' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    default:
      throw new Error(`An export by a pattern that is not known here: ${pattern.type}`);
  }
};

const declaredBy = (declaration: Declaration): string[] => {
  switch (declaration.type) {
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id }) => namesIn(id));
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
      return [declaration.identifier.value];
    case 'TsInterfaceDeclaration':
    case 'TsTypeAliasDeclaration':
    case 'TsEnumDeclaration':
    case 'TsModuleDeclaration':
      return [declaration.id.value];
  }
};

const importedBy = (item: ModuleItem): string[] =>
  item.type === 'ImportDeclaration' ? item.specifiers.map(({ local }) => local.value) : [];

/** What a module declares and exports; not what it exports of another module. */
export const exportedBy = (source: string, tsx = false): string[] => {
  const { body } = parseSync(source, { syntax: 'typescript', tsx });
  const imported = new Set(body.flatMap(importedBy));
  const names = body.flatMap((item) => {
    if (item.type === 'ExportDeclaration') return declaredBy(item.declaration);
    if (item.type !== 'ExportNamedDeclaration' || item.source) return [];
    return item.specifiers.flatMap((specifier) =>
      specifier.type !== 'ExportSpecifier' || imported.has(specifier.orig.value)
        ? []
        : [(specifier.exported ?? specifier.orig).value],
    );
  });
  return [...new Set(names)];
};

export interface ExportedName {
  /** The files that declare it. */
  files: string[];
  /** How often it stands in the code of these folders, where it is declared, too; in comments it does not count. */
  count: number;
}

/** Each name that the TypeScript files of these folders export. */
export const exportedNames = (folders: readonly string[]): Map<string, ExportedName> => {
  const names = new Map<string, ExportedName>();
  const counts = new Map<string, number>();
  for (const file of folders.flatMap(modulesIn)) {
    const source = readFileSync(file, 'utf8');
    for (const word of codeWords(source)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const name of exportedBy(source, file.endsWith('.tsx')))
      names.set(name, { files: [...(names.get(name)?.files ?? []), file], count: 0 });
  }
  for (const [name, exported] of names) exported.count = counts.get(name) ?? 0;
  return names;
};

const modulesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => join(folder, path));
