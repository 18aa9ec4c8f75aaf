/** A package of a project. */
export interface BuiltPackage {
  /** The package's folder, absolute. */
  readonly folder: string;
  /** The folder of its specs, absolute. */
  readonly specs: string;
  /** How many operations it has. */
  readonly operations: number;
}
