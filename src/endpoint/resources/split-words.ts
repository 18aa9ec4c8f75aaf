/** The words of a name in PascalCase, in small letters: `DBInstanceIds` → `db`, `instance`, `ids`. */
export function splitWords(name: string): string[] {
  const words = name.match(/[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z\d]+|[A-Z\d]+/g) ?? [];
  return words.map((word) => word.toLowerCase());
}
