import { ts } from "ts-morph";
import type {
  InterfaceModel,
  OperationModel,
  PropertyModel,
  TypeModel,
} from "../model/package-model.ts";
import type { ExplainedCode, SubjectKind } from "./explanation.ts";

/** A module of a package and the subject to find in it. */
export interface CodeSearch {
  /** The module's file, absolute. */
  readonly path: string;
  readonly text: string;
  readonly model: OperationModel;
  readonly kind: SubjectKind;
  /** A member's path or an error's code. */
  readonly subject: string;
}

/** Finds the lines of an operation's module that come from a member, an error or the operation itself. */
export function findCode(search: CodeSearch): ExplainedCode[] {
  const { path, text, kind, model, subject } = search;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines = text.split("\n");
  const lineAt = (offset: number) => file.getLineAndCharacterOfPosition(offset).line + 1;
  const show = (node: ts.Node, what: string): ExplainedCode => {
    const line = lineAt(node.getStart());
    return { path, line, endLine: lineAt(node.end), what, text: lines[line - 1]?.trim() ?? "" };
  };
  const named = (name: string) => declarationsOf(file, name);
  switch (kind) {
    case "operation":
      return named(model.functionName).map((node) => show(node, `function ${model.functionName}`));
    case "error": {
      const entry = model.errorCodes.entries.find(({ code }) => code === subject);
      if (entry === undefined) return [];
      return named(model.errorCodes.name)
        .flatMap((node) => propertiesNamed(node, entry.key))
        .map((node) => show(node, `${model.errorCodes.name}.${entry.key}`));
    }
    case "request":
    case "response":
      return findProperties(model, kind, subject).flatMap(({ owner, property }) => [
        ...named(owner.name)
          .flatMap((node) => propertiesNamed(node, property.name))
          .map((node) => show(node, `${owner.name}.${property.name}`)),
        ...namesIn(property.type).flatMap((name) => named(name).map((node) => show(node, name))),
        ...writersOf(owner, model)
          .flatMap(named)
          .flatMap((node) => statementsAbout(node, property.name))
          .map((node) => show(node, "what is sent")),
      ]);
  }
}

/** The properties of a member, with the shapes that contain them. */
function findProperties(
  model: OperationModel,
  side: "request" | "response",
  subject: string,
): { readonly owner: InterfaceModel; readonly property: PropertyModel }[] {
  const shapes = [model[side], ...model.nested.filter((shape) => shape.side === side)];
  return shapes.flatMap((owner) =>
    owner.properties
      .filter(({ name }) => (owner.path === "" ? name : `${owner.path}.${name}`) === subject)
      .map((property) => ({ owner, property })),
  );
}

/** The constants and types that a property's type refers to. */
function namesIn(type: TypeModel): string[] {
  const own = [
    ...("values" in type && typeof type.values === "string" ? [type.values] : []),
    ...("limits" in type ? [type.limits] : []),
  ].filter((name): name is string => typeof name === "string");
  switch (type.kind) {
    case "list":
      return [...own, ...namesIn(type.items)];
    case "map":
      return namesIn(type.values);
    case "object":
      return [type.shape.name];
    default:
      return own;
  }
}

/** The functions that serialize a shape. */
function writersOf({ side, path, writer }: InterfaceModel, model: OperationModel): string[] {
  if (side !== "request") return [];
  return path === "" ? [model.serializer] : writer === undefined ? [] : [writer];
}

function declarationsOf(file: ts.SourceFile, name: string): ts.Node[] {
  return file.statements.filter((statement) => {
    if (ts.isVariableStatement(statement)) {
      const { declarations } = statement.declarationList;
      return declarations.some((one) => ts.isIdentifier(one.name) && one.name.text === name);
    }
    const isNamed =
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isFunctionDeclaration(statement);
    return isNamed && statement.name?.text === name;
  });
}

/** Properties of that name inside a declaration, in a type or an object. */
function propertiesNamed(node: ts.Node, name: string): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (inner: ts.Node): void => {
    const isProperty = ts.isPropertySignature(inner) || ts.isPropertyAssignment(inner);
    if (isProperty && nameOf(inner.name) === name) found.push(inner);
    else ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : name.getText();
}

/** The statements of a function that read a property of that name. */
function statementsAbout(node: ts.Node, name: string): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (inner: ts.Node): void => {
    const isRead =
      (ts.isPropertyAccessExpression(inner) && inner.name.text === name) ||
      (ts.isElementAccessExpression(inner) &&
        ts.isStringLiteralLike(inner.argumentExpression) &&
        inner.argumentExpression.text === name);
    const isValue = isRead && ts.isIdentifier(inner.expression) && inner.expression.text !== "to";
    if (isValue) found.push(statementOf(inner));
    else ts.forEachChild(inner, visit);
  };
  visit(node);
  return [...new Set(found)];
}

function statementOf(node: ts.Node): ts.Node {
  return ts.isStatement(node) || ts.isSourceFile(node) ? node : statementOf(node.parent);
}
