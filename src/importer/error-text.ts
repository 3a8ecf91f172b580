const KNOWN: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'something else stands there',
  EIO: 'the disk failed',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a folder',
  ENXIO: 'it is not a file',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
};

/** What went wrong, in a few words for an editor: no path, no stack. */
export function errorText(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return KNOWN[code] ?? (error instanceof Error ? error.message : String(error));
}
