import type { Operation } from "../spec/operation.ts";
import { pascalCase } from "../words/case.ts";
import type { NameTable } from "./name-table.ts";
import type { InterfaceModel, PaginatorModel } from "./package-model.ts";
import { propertyAt } from "./property-at.ts";

/** Where an operation's functions find their names and types. */
export interface Sides {
  readonly names: NameTable;
  /** Names that the operation's module keeps to itself. */
  readonly locals: NameTable;
  readonly request: InterfaceModel;
  readonly response: InterfaceModel;
}

/** The function that iterates over the operation's list, if it comes page by page. */
export function buildPaginator(
  { action, pagination }: Pick<Operation, "action" | "pagination">,
  { names, locals, request, response }: Sides,
): PaginatorModel | undefined {
  if (pagination === undefined) return undefined;
  const list = propertyAt(response, pagination.items)?.type;
  if (list?.kind !== "list") return undefined;
  const page = pagination.kind === "number" ? propertyAt(request, pagination.page) : undefined;
  return {
    name: names.claim(`paginate${pascalCase(action)}`),
    constant: locals.claim("pagination"),
    pagination,
    text: page?.type.kind === "string",
    item: list.items,
  };
}
