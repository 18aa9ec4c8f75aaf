import type { Materials } from "./materials.ts";

/** The materials of one package: the templates below `test/` are for packages that carry tests. */
export function pickTemplates(
  { templates, runtime }: Materials,
  { tests }: { readonly tests: boolean },
): Materials {
  if (tests) return { templates, runtime };
  const picked = [...templates].filter(([path]) => !path.startsWith(testFolder));
  return { templates: new Map(picked), runtime };
}

/** Where the templates of tests lie, and the tests. */
export const testFolder = "test/";
