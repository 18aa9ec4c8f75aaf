import ts from "typescript";

/** What a generated module consists of, as TypeScript reads it. */
export interface ModuleFacts {
  /** What it imports from where. */
  readonly imports: readonly string[];
  /** The names of what it declares, in their order: `interface A`, `const b`. */
  readonly declarations: readonly string[];
  /** The members of each interface. */
  readonly interfaces: Readonly<Record<string, readonly string[]>>;
  /** The value of each constant; what is no literal is shown as `ref`. */
  readonly constants: Readonly<Record<string, unknown>>;
  /** Texts in the bodies of functions, each once, sorted. */
  readonly texts: readonly string[];
}

/** Parts of a source file that TypeScript keeps to itself. */
interface Internals {
  readonly parseDiagnostics: readonly ts.Diagnostic[];
  readonly commentDirectives?: readonly unknown[];
  readonly pragmas: ReadonlyMap<string, unknown>;
}

/** Parses a module; throws where it is none, or where a comment has something to say to the compiler. */
export function parseModule(text: string, path = "module.ts"): ts.SourceFile {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const { parseDiagnostics, commentDirectives = [], pragmas } = file as ts.SourceFile & Internals;
  for (const { messageText, start = 0 } of parseDiagnostics) {
    throw new Error(
      `${JSON.stringify(text.slice(start, start + 80))}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
  }
  if (commentDirectives.length + pragmas.size + file.referencedFiles.length > 0) {
    throw new Error("a comment speaks to the compiler");
  }
  return file;
}

/** Reads a module; throws where it has a statement or an expression that no module of ours has. */
export function readModule(file: ts.SourceFile): ModuleFacts {
  const imports: string[] = [];
  const declarations: string[] = [];
  const interfaces: Record<string, readonly string[]> = {};
  const constants: [string, unknown][] = [];
  const texts = new Set<string>();
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) imports.push(textOf(statement.moduleSpecifier));
    else if (ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined) {
      imports.push(textOf(statement.moduleSpecifier));
    } else if (ts.isInterfaceDeclaration(statement)) {
      declarations.push(`interface ${statement.name.text}`);
      interfaces[statement.name.text] = statement.members.map(({ name }) => keyOf(name));
    } else if (ts.isTypeAliasDeclaration(statement)) {
      declarations.push(`type ${statement.name.text}`);
    } else if (ts.isFunctionDeclaration(statement)) {
      declarations.push(`function ${statement.name?.text ?? ""}`);
      if (statement.body !== undefined) collectTexts(statement.body, texts);
    } else if (ts.isClassDeclaration(statement)) {
      declarations.push(`class ${statement.name?.text ?? ""}`);
      declarations.push(...statement.members.map(({ name }) => `method ${keyOf(name)}`));
      statement.members.forEach((member) => {
        collectTexts(member, texts);
      });
    } else if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        const constant = name.getText(file);
        declarations.push(`const ${constant}`);
        constants.push([constant, initializer === undefined ? undefined : valueOf(initializer)]);
      }
    } else throw new Error(`unexpected statement: ${ts.SyntaxKind[statement.kind]}`);
  }
  return {
    imports,
    declarations,
    interfaces,
    constants: Object.fromEntries(constants),
    texts: [...texts].sort(),
  };
}

function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  throw new Error(`no text: ${node.getText()}`);
}

function keyOf(name: ts.PropertyName | undefined): string {
  if (name === undefined) throw new Error("a member without a name");
  if (ts.isComputedPropertyName(name)) return textOf(name.expression);
  return name.text;
}

/** The value of an expression that only says what it is. */
function valueOf(node: ts.Expression): unknown {
  if (ts.isAsExpression(node)) return valueOf(node.expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) return -Number(node.operand.getText());
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(valueOf);
  if (ts.isIdentifier(node)) return { ref: node.text };
  // How one is written is for the test of its emitter.
  if (ts.isRegularExpressionLiteral(node)) return "a pattern";
  if (ts.isObjectLiteralExpression(node)) {
    return Object.fromEntries(
      node.properties.map((property): [string, unknown] => {
        if (ts.isShorthandPropertyAssignment(property)) {
          return [property.name.text, { ref: property.name.text }];
        }
        if (ts.isPropertyAssignment(property)) {
          return [keyOf(property.name), valueOf(property.initializer)];
        }
        throw new Error(`unexpected property: ${property.getText()}`);
      }),
    );
  }
  throw new Error(`unexpected expression: ${node.getText()}`);
}

function collectTexts(node: ts.Node, texts: Set<string>): void {
  if (ts.isStringLiteralLike(node)) texts.add(node.text);
  else if (
    node.kind === ts.SyntaxKind.TemplateHead ||
    node.kind === ts.SyntaxKind.TemplateMiddle ||
    node.kind === ts.SyntaxKind.TemplateTail
  ) {
    texts.add((node as ts.TemplateLiteralLikeNode).text);
  }
  ts.forEachChild(node, (inner) => {
    collectTexts(inner, texts);
  });
}
