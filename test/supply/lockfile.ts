import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A package as the lockfile has it. */
export interface LockedPackage {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** A lockfile of npm, version 3. */
export interface Lockfile {
  readonly lockfileVersion: number;
  /** By folder, `node_modules/yaml`; docwright itself by `""`. */
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** The lockfile of this checkout. */
export const lockfile = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../package-lock.json", import.meta.url)), "utf8"),
) as Lockfile;

/** What is installed together with docwright: its dependencies, theirs, and so on, by folder. */
export function shippedPackages({ packages }: Lockfile): ReadonlyMap<string, LockedPackage> {
  const shipped = new Map<string, LockedPackage>();
  const add = (folder: string, { dependencies, optionalDependencies, ...rest }: LockedPackage) => {
    const peers = Object.keys(rest.peerDependencies ?? {}).filter(
      (name) => rest.peerDependenciesMeta?.[name]?.optional !== true,
    );
    const names = [dependencies, optionalDependencies].flatMap((one) => Object.keys(one ?? {}));
    for (const name of [...names, ...peers]) {
      const place = placeOf(folder, name, packages);
      const found = packages[place];
      if (found === undefined) throw new Error(`${name}, which ${folder} needs, is not locked`);
      if (shipped.has(place)) continue;
      shipped.set(place, found);
      add(place, found);
    }
  };
  const own = packages[""];
  if (own === undefined) throw new Error("the lockfile does not say what it locks");
  add("", own);
  return shipped;
}

/** Name of the package that a folder of the lockfile holds. */
export function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** The folder in which Node finds a package: the nearest one around the folder that asks. */
function placeOf(folder: string, name: string, packages: Lockfile["packages"]): string {
  const place = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
  if (folder === "" || packages[place] !== undefined) return place;
  return placeOf(
    folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/"))),
    name,
    packages,
  );
}
