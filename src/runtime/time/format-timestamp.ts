/** Writes a moment as `YYYY-MM-DDThh:mm:ssZ`, in UTC, dropping what is below a second. */
export function formatTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
