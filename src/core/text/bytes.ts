const UNITS = ['KB', 'MB', 'GB'];

/** The size of a file: "0 KB", "812 KB", "3.4 MB". A KB is 1,024 bytes; a file that holds anything is not of 0 KB. */
export function formatBytes(bytes: number): string {
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit++;
  }
  const text = unit === 0 ? String(Math.ceil(size)) : size.toFixed(1);
  return `${text} ${UNITS[unit] ?? ''}`;
}
