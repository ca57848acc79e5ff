/** The names that the sources export, each with the files that declare it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Declaration, type ModuleItem, type Pattern, parseSync } from '@swc/core';

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

/** Each name that the TypeScript files of these folders export, with the files that declare it. */
export const exportedNames = (folders: readonly string[]): Map<string, string[]> => {
  const files = new Map<string, string[]>();
  for (const folder of folders)
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.tsx?$/.test(path) || path.endsWith('.d.ts')) continue;
      const file = join(folder, path);
      for (const name of exportedBy(readFileSync(file, 'utf8'), path.endsWith('.tsx')))
        files.set(name, [...(files.get(name) ?? []), file]);
    }
  return files;
};
