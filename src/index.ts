/**
 * The API of the command line for programs. Errors of pages, specs, overlays and configurations are
 * `diagnostics` of the result. Exceptions indicate bugs or invalid limits.
 *
 * @module docwright
 */

export { defineConfig, type Config, type ProductConfig } from "./config/config.ts";
export {
  exportOpenapi,
  type ExportedDocument,
  type ExportOptions,
  type ExportReport,
} from "./api/export-openapi.ts";
export type { Json, JsonObject, OpenapiDocument } from "./openapi/document.ts";
export { extract, type ExtractOptions, type ExtractReport } from "./api/extract.ts";
export {
  generate,
  type GeneratedPackage,
  type GenerateOptions,
  type GenerateReport,
} from "./api/generate.ts";
export { build, type BuildOptions } from "./api/build.ts";
export type { BuildReport, BuiltPackage } from "./api/build-report.ts";
export {
  check,
  type CheckedPackage,
  type CheckOptions,
  type CheckReport,
  type StaleFile,
} from "./api/check.ts";
export type { SampleCounts } from "./check/sample-fault.ts";
export { diff, type DiffOptions, type DiffReport } from "./api/diff.ts";
export type { Audience, Change, ChangeKind, Level } from "./diff/change.ts";
export { explain, type ExplainReport } from "./api/explain.ts";
export type {
  ExplainedCode,
  ExplainedFact,
  ExplainedOverlay,
  Explanation,
  Place,
  SubjectKind,
} from "./explain/explanation.ts";
export { lint, type LintOptions, type LintReport } from "./api/lint.ts";
export type { LintConfig, RuleSeverities, RuleSeverity } from "./config/config.ts";
export type { ProjectOptions } from "./api/open-project.ts";
export { formatDiagnostic, type FormatOptions } from "./api/format-diagnostic.ts";
export { diagnosticsJson, type DiagnosticJson } from "./diagnostics/diagnostics-json.ts";
export type { Diagnostic, RelatedPlace } from "./diagnostics/diagnostic.ts";
export type { Progress } from "./diagnostics/progress.ts";
export type { Code, Severity } from "./diagnostics/registry.ts";
export type { Limits } from "./text/limits.ts";
export type { Source, Span } from "./text/source.ts";
