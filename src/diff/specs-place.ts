import type { Project } from "../config/project.ts";

/** Where specs are looked for that a revision has. */
export interface SpecsPlace {
  /** Where git runs, absolute. */
  readonly folder: string;
  /** The folder of specs, absolute. */
  readonly specs: string;
  /** The project's settings: they win over `product.yaml` on both sides. */
  readonly project: Pick<Project, "packages" | "tests" | "limits">;
}
