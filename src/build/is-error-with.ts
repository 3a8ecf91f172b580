/** Whether a thrown value is an error of the system with one of these codes: `ENOENT`. */
export function isErrorWith(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
