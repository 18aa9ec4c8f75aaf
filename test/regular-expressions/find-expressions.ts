import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A regular expression of the sources. */
export interface FoundExpression {
  /** File and line. */
  readonly place: string;
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** One that is put together while the program runs, as its source text says. */
export interface DynamicExpression {
  readonly place: string;
  readonly file: string;
  readonly code: string;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Every regular expression in the code and the programs of packages: those that can be read there, and all others. */
export function findExpressions() {
  const found: FoundExpression[] = [];
  const dynamic: DynamicExpression[] = [];
  for (const file of [...filesIn("src", ".ts"), ...filesIn("templates", ".mjs.hbs")]) {
    const text = readFileSync(join(root, file), "utf8");
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
    const visit = (node: ts.Node): void => {
      const place = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
        found.push({ place, file, source, flags });
      } else if (isConstruction(node)) {
        const [pattern, flags] = [...(node.arguments ?? [])].map((one) => textOf(one, tree));
        if (pattern === undefined || (node.arguments?.length === 2 && flags === undefined)) {
          dynamic.push({ place, file, code: node.getText().replaceAll(/\s+/g, " ") });
        } else found.push({ place, file, source: pattern, flags: flags ?? "" });
      }
      node.forEachChild(visit);
    };
    visit(tree);
  }
  return { found, dynamic };
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => `${folder}/${path}`);
}

function isConstruction(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === "RegExp"
  );
}

/** What an expression is as a text, where literals and the constants of its file say it. */
function textOf(node: ts.Node, tree: ts.SourceFile): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "String.raw") {
    return templateText(node.template, tree, (part) => part.rawText ?? part.text);
  }
  if (ts.isTemplateExpression(node)) return templateText(node, tree, (part) => part.text);
  if (ts.isIdentifier(node)) {
    const value = constantNamed(node.text, tree);
    return value === undefined ? undefined : textOf(value, tree);
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === "source") {
    const value = ts.isIdentifier(node.expression)
      ? constantNamed(node.expression.text, tree)
      : node.expression;
    if (value !== undefined && ts.isRegularExpressionLiteral(value)) {
      return value.text.slice(1, value.text.lastIndexOf("/"));
    }
  }
  return undefined;
}

function templateText(
  template: ts.TemplateLiteral,
  tree: ts.SourceFile,
  read: (
    part: ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail | ts.NoSubstitutionTemplateLiteral,
  ) => string | undefined,
): string | undefined {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return read(template);
  const parts = [
    read(template.head),
    ...template.templateSpans.flatMap(({ expression, literal }) => [
      textOf(expression, tree),
      read(literal),
    ]),
  ];
  return parts.includes(undefined) ? undefined : parts.join("");
}

function constantNamed(name: string, tree: ts.SourceFile): ts.Expression | undefined {
  const declarations = tree.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  return declarations.find((one) => one.name.getText() === name)?.initializer;
}
